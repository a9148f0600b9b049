#pragma once

#include <array>
#include <span>

#include "models/finance/prices.hpp"
#include "models/rollout/build.hpp"
#include "models/rollout/items.hpp"
#include "models/rollout/state.hpp"

namespace groundwork {

/// Stations that may be started in quarter t, all networks (docs/models/rollout.md, eq. 3.6).
template <class Real>
Real planned_stations(const RolloutSetting& setting, int t, Real productivity, const TileInputs<Real>& in) {
  const PlanInputs& plan = setting.inputs.plan;
  const Real in_force = clamp(Real(setting.horizon.date(t)) - in[plan.plan_factor_from], Real(0.0), Real(1.0));
  const Real growth = Real(1.0) + (in[plan.plan_factor] - Real(1.0)) * in_force;
  return in[plan.plan[setting.horizon.year_of(t)]] * Real(0.25) * growth * productivity;
}

template <class Real>
Demand<Real> quarter_demand(const RolloutInputs& inputs, double date, RolloutState<Real>& state,
                            const TileInputs<Real>& in) {
  Demand<Real> demand;
  demand.adoption = adoption(inputs.demand, state.fading.next(), in);
  demand.monthly_gb = state.monthly_gb.next();
  demand.busy_mbps = demand.adoption * busy_mbps(inputs.demand, demand.monthly_gb, in);
  for (int a = 0; a < geotypes; ++a) demand.depth[a] = ramp_at(inputs.plan.depth[a], date, in);
  return demand;
}

/// What a network needs in a quarter (eq. 2.7 to 2.9).
template <class Real>
Target<Real> quarter_target(const NetworkState<Real>& network, const Demand<Real>& demand) {
  Target<Real> target;
  for (int a = 0; a < geotypes; ++a) {
    target.per_coverage[a] = demand.depth[a] * network.need_factor[a];
    target.per_head[a] = demand.busy_mbps * network.stations_per_mbps[a];
  }
  return target;
}

/// Starts a network's stations in quarter q of the year, everywhere; gives them as a volume of the country.
template <class Real>
Volume<Real> start_network_quarter(const RolloutState<Real>& state, NetworkState<Real>& network, int q,
                                   Real plan_share) {
  const PlannedQuarter<Real>& plan = state.plans[q];
  const std::span<Real> starts = network.starts_of(q);
  const Real gaps = find_gaps<Real>(network.committed, state.places, quarter_target(network, plan.demand), starts);
  const std::array<Real, geotypes> scale = start_scale(state.places, plan.stations * plan_share, gaps);
  const auto sums = start_stations<Real>(state.places, scale, starts, network.committed);
  Volume<Real> started;
  for (int a = 0; a < geotypes; ++a) started += volume_of(sums[a], state.price_factor[a], network.cobuilt[a]);
  return started;
}

/// Moves a network's work on in the country, and prices quarter q of the year; gives the stations completed.
template <class Real>
Real run_network(const RolloutState<Real>& state, NetworkState<Real>& network, int q) {
  const QuarterPrices<Real>& prices = state.prices[q];
  const Volume<Real> built = network.pipeline.advance(network.started[q], state.stage_rate);
  network.on_air += built;
  network.built += built;
  const StationFlows<Real> flows = quarter_cost(prices, built, network.on_air);
  add_quarter(network.items, prices, built, network.on_air);
  network.year += flows;
  network.tco = fma(state.plans[q].discount, flows.capex + flows.opex, network.tco);
  return built.stations;
}

/// Traffic that sleeping stations do not serve in a quarter, PB a head (eq. 4.11).
template <class Real>
Real unserved_traffic(const CostInputs& cost, const Demand<Real>& demand, const TileInputs<Real>& in) {
  constexpr double months = 3.0, gb_per_pb = 1e6;
  if (!cost.sleep) return Real(0.0);
  return in[cost.traffic_lost] * demand.adoption * demand.monthly_gb * Real(months / gb_per_pb);
}

/// Opens quarter t; networks and provinces follow when the year ends.
template <class Real>
void run_quarter(const RolloutSetting& setting, RolloutState<Real>& state, int t, const Prices<Real>& prices,
                 const TileInputs<Real>& in) {
  const Demand<Real> demand = quarter_demand(setting.inputs, setting.horizon.date(t), state, in);
  state.adoption = demand.adoption;
  state.unserved_per_head += unserved_traffic(setting.inputs.cost, demand, in);
  state.plans[state.quarters_run++] = {demand, planned_stations(setting, t, state.pace.next(t, in), in),
                                       prices.inflation[t], prices.discount[t]};
}

/// Runs every network through the quarters of the year that ends, in the country. One network is started in all of them
/// before the next one, so that its stations stay in the first-level cache.
template <class Real>
void run_networks(const RolloutSetting& setting, RolloutState<Real>& state, const TileInputs<Real>& in) {
  const RolloutInputs& inputs = setting.inputs;
  const auto networks = std::span(state.networks).first(inputs.networks.size());
  for (std::size_t k = 0; k < networks.size(); ++k)
    for (int q = 0; q < state.quarters_run; ++q)
      networks[k].started[q] = start_network_quarter(state, networks[k], q, in[inputs.networks[k].plan_share]);
  for (int q = 0; q < state.quarters_run; ++q) {
    const Real main_equipment_cny = main_equipment_price(inputs.cost, state.stations_ever, state.learning_exponent, in);
    state.prices[q] = quarter_prices(inputs.cost, setting.sharing, in, main_equipment_cny, state.plans[q].inflation);
    for (NetworkState<Real>& network : networks) state.stations_ever += run_network(state, network, q);
  }
}

}  // namespace groundwork
