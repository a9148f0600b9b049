#pragma once

#include "models/finance/prices.hpp"
#include "models/rollout/cost.hpp"
#include "models/rollout/demand.hpp"
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
  Real adoption;    ///< Users (eq. 2.4).
  Real monthly_gb;  ///< Of one user (eq. 2.5).
};

/// What a network needs in quarter t (eq. 2.2 and 2.7 to 2.9).
template <class Real>
Target<Real> quarter_target(const RolloutSetting& setting, int k, int t, const Demand<Real>& users,
                            const TileInputs<Real>& in) {
  const DemandInputs& demand = setting.inputs.demand;
  const NetworkInputs& network = setting.inputs.networks[k];
  const Real per_user = busy_mbps(demand, users.monthly_gb, in);
  const Real per_head =
      users.adoption * in[network.market_share] * per_user / station_mbps(demand, network.bandwidth_mhz, in);
  Target<Real> target;
  for (int a = 0; a < geotypes; ++a) {
    const Real need_factor = build_together(setting.sharing, network.operators[a], in).need_factor;
    target.per_coverage[a] = ramp_at(setting.inputs.plan.depth[a], setting.horizon.date(t), in) * need_factor;
    target.per_head[a] = per_head * in[demand.peak_to_mean[a]] / Real(network.operators[a]) * need_factor;
  }
  return target;
}

/// A quarter, as it is in every province.
template <class Real>
struct StationQuarter {
  int year;
  QuarterPrices<Real> prices;
  Real discount;
  std::array<BuildSpeed<Real>, max_networks> speed;  ///< By network.
};

/// Builds, runs and renews all networks' stations of province p in a quarter; gives the stations completed.
template <class Real>
Real run_province(const RolloutSetting& setting, RolloutState<Real>& state, int p,
                  const StationQuarter<Real>& quarter) {
  const QuarterPrices<Real>& prices = quarter.prices;
  const int provinces = setting.provinces.count();
  const int renewed = quarter.year - setting.inputs.cost.renewal_years;
  const bool is_renewed = quarter.year < renewed_years(setting);
  const Real cost_index = state.cost_index[p];
  StationFlows<Real> all;
  for (std::size_t k = 0; k < setting.inputs.networks.size(); ++k) {
    NetworkState<Real>& network = state.networks[k];
    const Completions<Real> built =
        build<Real>(network, p, state.places.urgency[p], quarter.speed[k], prices.price_factor);
    StationFlows<Real> flows = quarter_cost(prices, built, count_stations(network, p, state.weights[p]), cost_index,
                                            setting.provinces.list[p].tariff_cny_per_kwh);
    if (is_renewed)
      note_equipment(network.equipment[quarter.year * provinces + p], built, prices.further_equipment, cost_index);
    if (renewed >= 0) add_renewal(flows, network.equipment[renewed * provinces + p], prices.price.main_equipment);
    network.flows += flows;
    network.tco += quarter.discount * (flows.capex + flows.opex);
    all += flows;
  }
  state.flows[p] += all;
  state.tco[p] += quarter.discount * (all.capex + all.opex);
  return all.built;
}

/// Traffic that sleeping stations do not serve in a quarter, PB a head (eq. 4.11).
template <class Real>
Real unserved_traffic(const CostInputs& cost, const Demand<Real>& users, const TileInputs<Real>& in) {
  constexpr double months = 3.0, gb_per_pb = 1e6;
  if (!cost.sleep) return Real(0.0);
  return in[cost.traffic_lost] * users.adoption * users.monthly_gb * Real(months / gb_per_pb);
}

/// Runs quarter t of every network.
template <class Real>
void run_quarter(const RolloutSetting& setting, RolloutState<Real>& state, int t, const Prices<Real>& prices,
                 const TileInputs<Real>& in) {
  const RolloutInputs& inputs = setting.inputs;
  const Demand<Real> users{adoption(inputs.demand, setting.horizon.date(t), in),
                           monthly_gb(inputs.demand, setting.horizon.elapsed(t), in)};
  state.adoption = users.adoption;
  state.unserved_per_head += unserved_traffic(inputs.cost, users, in);
  const Real planned = planned_stations(setting, t, state.pace.next(t, in), in);
  StationQuarter<Real> quarter{
      setting.horizon.year_of(t),
      quarter_prices(inputs.cost, setting.sharing, in, state.stations_ever, prices.inflation[t]),
      prices.discount[t],
      {}};
  for (int k = 0; k < static_cast<int>(inputs.networks.size()); ++k) {
    const Target<Real> target = quarter_target(setting, k, t, users, in);
    const Real gaps = find_gaps<Real>(state.networks[k], state.places, target);
    quarter.speed[k] = build_speed(state.places, planned * in[inputs.networks[k].plan_share], gaps, state.stage_rate);
  }
  Real completed = Real(0.0);
  for (int p = 0; p < setting.provinces.count(); ++p) completed += run_province(setting, state, p, quarter);
  state.stations_ever += completed;
}

}  // namespace groundwork
