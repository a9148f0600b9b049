#pragma once

#include <array>
#include <span>

#include "models/compounding.hpp"
#include "models/datacenter/outputs.hpp"
#include "models/datacenter/siting.hpp"
#include "models/finance/prices.hpp"
#include "models/pipeline.hpp"

namespace groundwork {

/// What the data centres need to know that is the same on every path.
struct DatacenterSetting {
  const DatacenterInputs& inputs;
  const FinanceInputs& finance;
  const SitingFacts& siting;
  const Provinces& provinces;
  const Horizon& horizon;
  Family demand_shock;  ///< Standard normal, one a quarter.
};

/// Racks of one province (docs/models/datacenter.md).
template <class Real>
struct Racks {
  Real in_service;
  Pipeline<Real> pipeline;
  Real equipped;  ///< Racks with servers, I.
  Real used;
  Real demand_share;  ///< Of all demand, eq. 5.6.
  Real kwh_per_used;  ///< kWh a quarter, eq. 5.13.
  Real tariff;        ///< CNY/kWh
  Real cost_index;
  Real start_share;  ///< Of a gap, started in a quarter, eq. 5.9.
};

/// What happens in a quarter or year, in one province.
template <class Real>
struct RackFlows {
  Real built = Real(0.0);        ///< racks
  Real capex = Real(0.0);        ///< CNY
  Real opex = Real(0.0);         ///< CNY
  Real energy = Real(0.0);       ///< kWh
  Real facility = Real(0.0);     ///< Of the capex, CNY.
  Real electricity = Real(0.0);  ///< Of the opex, CNY.
};

/// One quarter, as it is in every province.
template <class Real>
struct RackQuarter {
  Real demand;             ///< Used racks wanted, D.
  Real wanted_in_service;  ///< Racks aimed at, all provinces, eq. 5.8.
  StageRate<Real> stage_rate;
  Real replacement;     ///< Share of servers replaced in a quarter, eq. 5.11.
  Real facility_price;  ///< CNY/rack
  Real it_price;        ///< CNY/rack
  Real staff;           ///< CNY/rack
  Real maintenance;     ///< CNY/rack
  Real discount;
};

template <class Real>
struct DatacenterState {
  std::span<Racks<Real>> racks;      ///< At the start of the year.
  std::span<RackFlows<Real>> flows;  ///< Of the year that closes.
  std::span<Real> tco;               ///< Discounted capex and opex up to then, CNY.
  std::span<Real> discounted_use;    ///< Discounted used racks times years, for revenue.
  std::span<const Real> origin;      ///< Where load comes from, as ServedDemand has it.
  Real demand;                       ///< Used racks wanted, D.
  StageRate<Real> stage_rate;
  Real replacement;                                             ///< Share of servers replaced in a quarter, eq. 5.11.
  Compounding<Real> it_price;                                   ///< CNY/rack
  std::array<RackQuarter<Real>, quarters_per_year> quarters{};  ///< Of the year so far.
  int quarters_run = 0;                                         ///< How many of them.
};

/// Yearly cost of a rack in each province (eq. 5.3).
template <class Real>
std::span<Real> yearly_rack_cost(const DatacenterSetting& setting, const Land<Real>& land, const TileInputs<Real>& in,
                                 Scratch<Real>& scratch) {
  constexpr double hours = 8760.0;
  const DatacenterInputs& inputs = setting.inputs;
  const auto cost = scratch.take(setting.provinces.count());
  const Real capital =
      capital_recovery(in[setting.finance.discount_rate], in[inputs.facility_life]) * in[inputs.facility_capex];
  const Real kwh = in[inputs.rack_kw] * Real(hours) * in[inputs.utilisation_target];
  for (int q = 0; q < setting.provinces.count(); ++q) {
    const Province& province = setting.provinces.list[q];
    const Real tariff = Real(province.tariff_cny_per_kwh) * in[inputs.tariff_factor];
    cost[q] = (capital + in[inputs.staff]) * land.cost_index[q] +
              kwh * power_usage(inputs, province.mean_temperature_c, in) * tariff;
  }
  return cost;
}

/// Who serves whose demand (eq. 5.1 to 5.6, 5.15).
template <class Real>
ServedDemand<Real> serve_demand(const DatacenterSetting& setting, const Land<Real>& land, const TileInputs<Real>& in,
                                Scratch<Real>& scratch) {
  const int n = setting.provinces.count();
  const auto cost = yearly_rack_cost(setting, land, in, scratch);
  const SitingSetting where{setting.inputs, setting.provinces, setting.siting};
  const Siting<Real> siting = weigh_sites<Real>(where, cost, in, scratch);
  const auto wanted = scratch.take(n);
  const auto regions = static_cast<int>(setting.provinces.regions.size());
  const ServedDemand<Real> served{scratch.take(n), scratch.take(regions * n)};
  Real sum = Real(0.0);
  for (int p = 0; p < n; ++p) {
    wanted[p] = Real(setting.siting.demand_weight[p]) * land.demand[p];
    sum += wanted[p];
  }
  for (Real& share : wanted) share = share / sum;
  share_demand_out<Real>(where, siting, wanted, in, served);
  return served;
}

template <class Real>
DatacenterState<Real> start_racks(const DatacenterSetting& setting, const Land<Real>& land, const TileInputs<Real>& in,
                                  Scratch<Real>& scratch) {
  constexpr double hours_per_quarter = 8760.0 / 4.0;
  const DatacenterInputs& inputs = setting.inputs;
  const int n = setting.provinces.count();
  const ServedDemand<Real> served = serve_demand(setting, land, in, scratch);
  DatacenterState<Real> state{.racks = scratch.template take<Racks<Real>>(n),
                              .flows = scratch.template take<RackFlows<Real>>(n),
                              .tco = scratch.take(n),
                              .discounted_use = scratch.take(n),
                              .origin = served.origin,
                              .demand = in[inputs.initial_racks] * in[inputs.initial_utilisation],
                              .stage_rate = stage_rate(Real(4.0) * in[inputs.lead_years]),
                              .replacement = Real(0.25) / in[inputs.it_life],
                              .it_price = {in[inputs.it_capex], exp(in[inputs.it_price_drift] * Real(0.25))}};
  const Real work_factor = in[inputs.growth_start] * Real(0.25) / state.stage_rate.done;
  for (int p = 0; p < n; ++p) {
    const Province& province = setting.provinces.list[p];
    const Real in_service = in[inputs.initial_racks] * Real(setting.siting.attraction[p]);
    const Real work = in_service * work_factor;
    const Real equipped = in_service * in[inputs.initial_utilisation];
    state.racks[p] = {
        in_service,
        {work, work},
        equipped,
        equipped,
        served.share[p],
        in[inputs.rack_kw] * Real(hours_per_quarter) * power_usage(inputs, province.mean_temperature_c, in),
        Real(province.tariff_cny_per_kwh) * in[inputs.tariff_factor],
        land.cost_index[p],
        min(Real(1.0), in[inputs.catch_up] * land.pace[p])};
    state.tco[p] = Real(0.0);
    state.discounted_use[p] = Real(0.0);
  }
  return state;
}

}  // namespace groundwork
