#pragma once

#include <span>

#include "models/finance/prices.hpp"
#include "models/rollout/build.hpp"
#include "models/rollout/demand.hpp"
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

/// What users ask for in a quarter, a head of the population.
template <class Real>
struct Demand {
  double date;      ///< The quarter's start, years.
  Real adoption;    ///< Users (eq. 2.4).
  Real monthly_gb;  ///< Of one user (eq. 2.5).
};

/// What network k needs in a quarter (eq. 2.2 and 2.7 to 2.9).
template <class Real>
Target<Real> quarter_target(const RolloutSetting& setting, const RolloutState<Real>& state, int k,
                            const Demand<Real>& users, const TileInputs<Real>& in) {
  const DemandInputs& demand = setting.inputs.demand;
  const NetworkInputs& network = setting.inputs.networks[k];
  const Real per_user = busy_mbps(demand, users.monthly_gb, in);
  const Real per_head =
      users.adoption * in[network.market_share] * per_user / station_mbps(demand, network.bandwidth_mhz, in);
  Target<Real> target;
  for (int a = 0; a < geotypes; ++a) {
    const Real need_factor = state.networks[k].need_factor[a];
    target.per_coverage[a] = ramp_at(setting.inputs.plan.depth[a], users.date, in) * need_factor;
    target.per_head[a] = per_head * in[demand.peak_to_mean[a]] / Real(network.operators[a]) * need_factor;
  }
  return target;
}

/// Starts a network's stations everywhere; gives them as a volume of the country.
template <class Real>
Volume<Real> start_network_quarter(RolloutState<Real>& state, NetworkState<Real>& network, const Target<Real>& target,
                                   Real planned) {
  const std::span<Real> starts = network.starts_of(state.quarters_run);
  const Real gaps = find_gaps<Real>(network.committed, state.places, target, starts);
  const auto sums =
      start_stations<Real>(state.places, start_scale(state.places, planned, gaps), starts, network.committed);
  Volume<Real> started;
  for (int a = 0; a < geotypes; ++a) started += volume_of(sums[a], state.price_factor[a], network.further[a]);
  return started;
}

/// Moves a network's work on in the country, and prices the quarter; gives the stations completed.
template <class Real>
Real run_network(NetworkState<Real>& network, const Volume<Real>& started, Real stage_rate,
                 const PricedQuarter<Real>& quarter) {
  const Volume<Real> built = network.pipeline.advance(started, stage_rate);
  network.on_air += built;
  network.built += built;
  const StationFlows<Real> flows = quarter_cost(quarter.prices, built, network.on_air);
  add_quarter(network.items, quarter.prices, built, network.on_air);
  network.year += flows;
  network.tco += quarter.discount * (flows.capex + flows.opex);
  return built.stations;
}

/// Traffic that sleeping stations do not serve in a quarter, PB a head (eq. 4.11).
template <class Real>
Real unserved_traffic(const CostInputs& cost, const Demand<Real>& users, const TileInputs<Real>& in) {
  constexpr double months = 3.0, gb_per_pb = 1e6;
  if (!cost.sleep) return Real(0.0);
  return in[cost.traffic_lost] * users.adoption * users.monthly_gb * Real(months / gb_per_pb);
}

/// Runs quarter t of every network, in the country; its provinces follow when the year ends.
template <class Real>
void run_quarter(const RolloutSetting& setting, RolloutState<Real>& state, int t, const Prices<Real>& prices,
                 const TileInputs<Real>& in) {
  const RolloutInputs& inputs = setting.inputs;
  const double date = setting.horizon.date(t);
  const Demand<Real> users{date, adoption(inputs.demand, date, in),
                           monthly_gb(inputs.demand, setting.horizon.elapsed(t), in)};
  state.adoption = users.adoption;
  state.unserved_per_head += unserved_traffic(inputs.cost, users, in);
  const Real planned = planned_stations(setting, t, state.pace.next(t, in), in);
  const PricedQuarter<Real> quarter{
      quarter_prices(inputs.cost, setting.sharing, in, state.stations_ever, prices.inflation[t]), prices.discount[t]};
  for (int k = 0; k < static_cast<int>(inputs.networks.size()); ++k) {
    NetworkState<Real>& network = state.networks[k];
    const Target<Real> target = quarter_target(setting, state, k, users, in);
    const Volume<Real> started =
        start_network_quarter(state, network, target, planned * in[inputs.networks[k].plan_share]);
    state.stations_ever += run_network(network, started, state.stage_rate, quarter);
  }
  state.quarters[state.quarters_run++] = quarter;
}

}  // namespace groundwork
