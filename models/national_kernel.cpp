#include "models/datacenter/quarter.hpp"
#include "models/finance/finance.hpp"
#include "models/national.hpp"
#include "models/rollout/quarter.hpp"
#include "models/rollout/year.hpp"
#include "sim/pack/native.hpp"

namespace groundwork {

namespace {

/// All metrics that are kept while a path is run.
template <class Real>
struct Ledgers {
  RolloutLedgers<Real> rollout;
  RackLedgers<Real> racks;
  Ledger<Real> programmes;

  Ledgers(const NationalProgram& program, Scratch<Real>& scratch)
      : rollout(program.rollout, scratch),
        racks(program.datacenter, scratch),
        programmes(program.programmes, scratch) {}

  /// Costs of the year at hand, or in total.
  Costs<Real> costs(std::span<Real> Ledger<Real>::*column) const {
    return {rollout.capex.*column, rollout.opex.*column, rollout.energy.*column, racks.capex.*column,
            racks.opex.*column,    racks.energy.*column, programmes.*column};
  }
};

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
void write_worth(const Worth<Real>& worth, const RolloutState<Real>& rollout, Scratch<Real>& scratch,
                 const TileInputs<Real>& in, TileOutputs<Real> out) {
  const NationalProgram& program = worth.program;
  const GeographicScopes& geography = program.geography;
  Ledger<Real> tco(program.finance.tco, scratch), npv(program.finance.npv, scratch);
  Real stations_tco = Real(0.0), racks_tco = Real(0.0), racks_revenue = Real(0.0);
  for (int p = 0; p < program.provinces.count(); ++p) {
    stations_tco += worth.stations_tco[p];
    racks_tco += worth.racks_tco[p];
    racks_revenue += worth.racks_revenue[p];
  }
  fill_places(tco.now, geography, [&](int p) { return worth.stations_tco[p] + worth.racks_tco[p]; });
  fill_places(npv.now, geography, [&](int p) {
    return Real(program.provinces.list[p].population) * worth.revenue_per_head + worth.racks_revenue[p] -
           (worth.stations_tco[p] + worth.racks_tco[p]);
  });

  int slot = geography.first_added_slot();
  const auto note = [&](Real revenue, Real cost) {
    tco.now[slot] = cost;
    npv.now[slot++] = revenue - cost;
  };
  const Real stations_revenue = Real(geography.population.front()) * worth.revenue_per_head;
  note(stations_revenue, stations_tco);
  note(racks_revenue, racks_tco);
  for (std::size_t k = 0; k < program.inputs.rollout.networks.size(); ++k)
    note(stations_revenue * in[program.inputs.rollout.networks[k].market_share], rollout.networks[k].tco);
  tco.write(out, 0);
  npv.write(out, 0);
}

/// Evaluates the model on the paths of one `Real`: quarter by quarter, closing each year.
template <class Real>
void simulate(const NationalProgram& program, const TileInputs<Real>& in, TileOutputs<Real> out,
              Scratch<Real> scratch) {
  const NationalInputs& inputs = program.inputs;
  const Horizon& horizon = program.horizon;
  const Provinces& provinces = program.provinces;
  const RolloutSetting stations{inputs.rollout, inputs.sharing, program.rollout_facts, provinces, horizon};
  const DatacenterSetting racks{inputs.datacenter, inputs.finance, program.siting,
                                provinces,         horizon,        program.rack_demand_shock};
  const FinanceSetting finance{inputs.finance, program.finance, program.geography, horizon, program.rates};

  const Land<Real> land = settle(inputs.geography, provinces, in, scratch);
  const Prices<Real> prices = price_levels(inputs.finance, horizon, in, scratch);
  RolloutState<Real> rollout = start_rollout(stations, land, in, scratch);
  DatacenterState<Real> datacenter = start_racks(racks, land, in, scratch);
  const auto programmes = start_programmes(inputs.programmes, horizon.first_year(), in, scratch);
  Ledgers<Real> ledgers(program, scratch);
  CashFlows<Real> cash(horizon.years(), scratch);

  Real revenue_per_head = Real(0.0), discounted_revenue_per_head = Real(0.0);
  for (int t = 0; t < horizon.quarters(); ++t) {
    run_quarter(stations, rollout, t, prices, in);
    run_quarter(racks, datacenter, t, prices, in);
    const Real revenue = quarterly_revenue_per_head(inputs.finance, rollout.adoption, in);
    revenue_per_head += revenue;
    discounted_revenue_per_head += prices.discount[t] * revenue;
    if (!horizon.closes_year(t)) continue;
    const int year = horizon.year_of(t);
    run_year(stations, rollout, year, in);
    close_year<Real>({stations, program.rollout, program.geography, in, out, year}, rollout, ledgers.rollout);
    const Real used_rack_years =
        close_year<Real>({program.datacenter, program.geography, out, year}, datacenter, ledgers.racks);
    fill_programmes(ledgers.programmes.now, program.geography, programmes);
    ledgers.programmes.write(out, year);
    const Costs<Real> costs = ledgers.costs(&Ledger<Real>::now);
    write_investment(finance, year, costs, out);
    write_co2(finance, year, costs, in, out);
    note_cash<Real>(cash, year, costs,
                    {Real(program.geography.population.front()) * revenue_per_head,
                     used_rack_years * in[inputs.finance.rack_rent]});
    revenue_per_head = Real(0.0);
  }

  write_savings(out, program.rollout, horizon.years(), ledgers.rollout, &Ledger<Real>::total);
  const Costs<Real> costs = ledgers.costs(&Ledger<Real>::total);
  write_investment(finance, horizon.years(), costs, out);
  write_co2(finance, horizon.years(), costs, in, out);
  write_over_budget(finance, cash, in, out);
  for (Real& use : datacenter.discounted_use) use *= in[inputs.finance.rack_rent];
  write_worth<Real>({program, rollout.tco, datacenter.tco, discounted_revenue_per_head, datacenter.discounted_use},
                    rollout, scratch, in, out);
  write_returns(finance, cash, out);
}

void run_tile(const Program& program, const double* inputs, double* outputs, double* scratch) {
  const auto& national = static_cast<const NationalProgram&>(program);
  for_each_lane_group<Native>(inputs, outputs, {scratch, program.scratch_doubles()},
                              [&](const TileInputs<Native>& in, TileOutputs<Native> out, Scratch<Native> memory) {
                                simulate<Native>(national, in, out, memory);
                              });
}

}  // namespace

template <>
Program::Kernel national_kernel<native_isa>() {
  return &run_tile;
}

}  // namespace groundwork
