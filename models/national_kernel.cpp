#include "models/datacenter/quarter.hpp"
#include "models/finance/finance.hpp"
#include "models/national.hpp"
#include "models/rollout/quarter.hpp"
#include "models/rollout/year.hpp"
#include "sim/pack/native.hpp"

namespace groundwork {

namespace {

CostCells cost_cells(const NationalProgram& program) {
  return {program.rollout.capex,   program.rollout.opex,      program.rollout.energy, program.datacenter.capex,
          program.datacenter.opex, program.datacenter.energy, program.programmes};
}

/// Users' revenue of a quarter, CNY a head of the population (docs/models/finance.md, eq. 6.9).
template <class Real>
Real quarterly_revenue_per_head(const FinanceInputs& inputs, Real adoption, const TileInputs<Real>& in) {
  constexpr double months = 3.0;
  return adoption * Real(months) * in[inputs.arpu_uplift];
}

/// Discounted cost and worth of each province, sector and network (eq. 6.3).
template <class Real>
struct Worth {
  const NationalProgram& program;
  std::span<const Real> stations_tco, racks_tco;
  Real revenue_per_head;                ///< Discounted, CNY.
  std::span<const Real> racks_revenue;  ///< Discounted, CNY.
};

template <class Real>
void write_worth(const Worth<Real>& worth, const RolloutState<Real>& rollout, std::span<Real> values,
                 const TileInputs<Real>& in, TileOutputs<Real>& out) {
  const NationalProgram& program = worth.program;
  const GeographicScopes& geography = program.geography;
  const FinanceOutputs& cells = program.finance;
  Real stations_tco = Real(0.0), racks_tco = Real(0.0), racks_revenue = Real(0.0);
  for (std::size_t p = 0; p < values.size(); ++p) {
    values[p] = worth.stations_tco[p] + worth.racks_tco[p];
    stations_tco += worth.stations_tco[p];
    racks_tco += worth.racks_tco[p];
    racks_revenue += worth.racks_revenue[p];
  }
  write_sums<Real>(out, cells.tco, 0, geography, [&](int p) { return values[p]; });
  for (std::size_t p = 0; p < values.size(); ++p)
    values[p] =
        Real(program.provinces.list[p].population) * worth.revenue_per_head + worth.racks_revenue[p] - values[p];
  write_sums<Real>(out, cells.npv, 0, geography, [&](int p) { return values[p]; });

  const int first = geography.first_added_slot();
  const Real stations_revenue = Real(geography.population.front()) * worth.revenue_per_head;
  out.set(cells.tco.at(first, 0), stations_tco);
  out.set(cells.npv.at(first, 0), stations_revenue - stations_tco);
  out.set(cells.tco.at(first + 1, 0), racks_tco);
  out.set(cells.npv.at(first + 1, 0), racks_revenue - racks_tco);
  for (std::size_t k = 0; k < program.inputs.rollout.networks.size(); ++k) {
    const int slot = first + 2 + static_cast<int>(k);
    const Real revenue = stations_revenue * in[program.inputs.rollout.networks[k].market_share];
    out.set(cells.tco.at(slot, 0), rollout.networks[k].tco);
    out.set(cells.npv.at(slot, 0), revenue - rollout.networks[k].tco);
  }
}

/// Evaluates the model on the paths of one `Real`: quarter by quarter, closing each year.
template <class Real>
void simulate(const NationalProgram& program, const TileInputs<Real>& in, TileOutputs<Real>& out,
              Scratch<Real> scratch) {
  const NationalInputs& inputs = program.inputs;
  const Horizon& horizon = program.horizon;
  const Provinces& provinces = program.provinces;
  const RolloutSetting stations{inputs.rollout, inputs.sharing, program.rollout_facts, provinces, horizon};
  const DatacenterSetting racks{inputs.datacenter, inputs.finance, program.siting,
                                provinces,         horizon,        program.rack_demand_shock};
  const CostCells costs = cost_cells(program);

  const Land<Real> land = settle(inputs.geography, provinces, in, scratch);
  const Prices<Real> prices = price_levels(inputs.finance, horizon, in, scratch);
  RolloutState<Real> rollout = start_rollout(stations, land, in, scratch);
  DatacenterState<Real> datacenter = start_racks(racks, land, in, scratch);
  const auto values = scratch.take(provinces.count());
  CashFlows<Real> cash{scratch.take(horizon.years()), scratch.take(horizon.years()), scratch.take(horizon.years())};

  Real revenue_per_head = Real(0.0), discounted_revenue_per_head = Real(0.0);
  for (int t = 0; t < horizon.quarters(); ++t) {
    run_quarter(stations, rollout, t, prices, in);
    run_quarter(racks, datacenter, t, prices, in);
    const Real revenue = quarterly_revenue_per_head(inputs.finance, rollout.adoption, in);
    revenue_per_head += revenue;
    discounted_revenue_per_head += prices.discount[t] * revenue;
    if (!horizon.closes_year(t)) continue;
    const int year = horizon.year_of(t);
    YearPage<Real> page{stations, program.rollout, program.geography, in, out, year};
    close_year(page, rollout);
    const Real used_rack_years = close_year<Real>({program.datacenter, program.geography, out, year}, datacenter);
    const Real racks_revenue = used_rack_years * in[inputs.finance.rack_rent];
    const Real stations_revenue = Real(program.geography.population.front()) * revenue_per_head;
    note_cash<Real>(cash, costs, year, {stations_revenue, racks_revenue}, out);
    revenue_per_head = Real(0.0);
  }

  close_rollout(program.rollout, out);
  close_datacenter(program.datacenter, out);
  run_programmes<Real>({inputs.programmes, program.programmes, program.geography, horizon}, in, out);
  const FinanceSetting finance{inputs.finance, program.finance, costs, program.geography, horizon, program.rates};
  write_investment(finance, out);
  write_co2(finance, in, out);
  write_over_budget(finance, in, out);
  for (Real& use : datacenter.discounted_use) use *= in[inputs.finance.rack_rent];
  write_worth<Real>({program, rollout.tco, datacenter.tco, discounted_revenue_per_head, datacenter.discounted_use},
                    rollout, values, in, out);
  write_returns(finance, cash, out);
}

void run_tile(const Program& program, const double* inputs, double* outputs, double* scratch) {
  const auto& national = static_cast<const NationalProgram&>(program);
  for_each_lane_group<Native>(inputs, outputs, {scratch, program.scratch_doubles()},
                              [&](const TileInputs<Native>& in, TileOutputs<Native>& out, Scratch<Native> memory) {
                                simulate<Native>(national, in, out, memory);
                              });
}

}  // namespace

template <>
Program::Kernel national_kernel<native_isa>() {
  return &run_tile;
}

}  // namespace groundwork
