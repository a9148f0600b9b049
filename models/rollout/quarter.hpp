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

/// What a network needs in quarter t, given users over population (eq. 2.2 and 2.7 to 2.9).
template <class Real>
Target<Real> quarter_target(const RolloutSetting& setting, int k, int t, Real adoption, const TileInputs<Real>& in) {
  const DemandInputs& demand = setting.inputs.demand;
  const NetworkInputs& network = setting.inputs.networks[k];
  const Real per_user = busy_mbps(demand, monthly_gb(demand, setting.horizon.elapsed(t), in), in);
  const Real per_head =
      adoption * in[network.market_share] * per_user / station_mbps(demand, network.bandwidth_mhz, in);
  Target<Real> target;
  for (int a = 0; a < geotypes; ++a) {
    const Real need_factor = build_together(setting.sharing, network.operators[a], in).need_factor;
    target.per_coverage[a] = ramp_at(setting.inputs.plan.depth[a], setting.horizon.date(t), in) * need_factor;
    target.per_head[a] = per_head * in[demand.peak_to_mean[a]] / Real(network.operators[a]) * need_factor;
  }
  return target;
}

/// A quarter, as one network sees it.
template <class Real>
struct NetworkQuarter {
  int t;
  const BuildSpeed<Real>& speed;
  const QuarterPrices<Real>& prices;
  Real discount;
};

/// Builds, runs and renews network k's stations in a quarter; gives the stations completed.
template <class Real>
Real run_network(const RolloutSetting& setting, RolloutState<Real>& state, int k, const NetworkQuarter<Real>& quarter) {
  NetworkState<Real>& network = state.networks[k];
  const QuarterPrices<Real>& prices = quarter.prices;
  const int provinces = setting.provinces.count();
  const int year = setting.horizon.year_of(quarter.t);
  const int renewed = year - setting.inputs.cost.renewal_years;
  const bool is_renewed = year < renewed_years(setting);
  StationFlows<Real> all;
  for (int p = 0; p < provinces; ++p) {
    const Real cost_index = state.cost_index[p];
    const Completions<Real> built = build<Real>(network, state.places, p, quarter.speed, prices.price_factor);
    StationFlows<Real> flows = quarter_cost(prices, built, count_stations(network, p, state.weights[p]), cost_index,
                                            setting.provinces.list[p].tariff_cny_per_kwh);
    if (is_renewed)
      note_equipment(network.equipment[year * provinces + p], built, prices.further_equipment, cost_index);
    if (renewed >= 0) add_renewal(flows, network.equipment[renewed * provinces + p], prices.price.main_equipment);
    state.flows[p] += flows;
    state.tco[p] += quarter.discount * (flows.capex + flows.opex);
    all += flows;
  }
  network.flows += all;
  network.tco += quarter.discount * (all.capex + all.opex);
  return all.built;
}

/// Traffic that sleeping stations do not serve in quarter t, PB a head (eq. 4.11).
template <class Real>
Real unserved_traffic(const RolloutSetting& setting, int t, Real adoption, const TileInputs<Real>& in) {
  constexpr double months = 3.0, gb_per_pb = 1e6;
  if (!setting.inputs.cost.sleep) return Real(0.0);
  return in[setting.inputs.cost.traffic_lost] * adoption *
         monthly_gb(setting.inputs.demand, setting.horizon.elapsed(t), in) * Real(months / gb_per_pb);
}

/// Runs quarter t of every network.
template <class Real>
void run_quarter(const RolloutSetting& setting, RolloutState<Real>& state, int t, const Prices<Real>& prices,
                 const TileInputs<Real>& in) {
  constexpr double no_gap = 1e-9;  // stations
  const RolloutInputs& inputs = setting.inputs;
  state.adoption = adoption(inputs.demand, setting.horizon.date(t), in);
  state.unserved_per_head += unserved_traffic(setting, t, state.adoption, in);
  const Real planned = planned_stations(setting, t, state.pace.next(t, in), in);
  const QuarterPrices<Real> prices_now =
      quarter_prices(inputs.cost, setting.sharing, in, state.stations_ever, prices.inflation[t]);
  Real completed = Real(0.0);
  for (int k = 0; k < static_cast<int>(inputs.networks.size()); ++k) {
    const Target<Real> target = quarter_target(setting, k, t, state.adoption, in);
    const Real gaps = find_gaps<Real>(state.networks[k], state.places, target);
    const BuildSpeed<Real> speed{planned * in[inputs.networks[k].plan_share] / max(gaps, Real(no_gap)),
                                 state.stage_rate};
    completed += run_network<Real>(setting, state, k, {t, speed, prices_now, prices.discount[t]});
  }
  state.stations_ever += completed;
}

}  // namespace groundwork
