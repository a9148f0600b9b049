#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "models/rollout/cost.hpp"
#include "models/rollout/demand.hpp"
#include "models/rollout/facts.hpp"
#include "models/rollout/network.hpp"
#include "models/rollout/pace.hpp"

namespace groundwork {

/// What the rollout needs to know that is the same on every path.
struct RolloutSetting {
  const RolloutInputs& inputs;
  const SharingInputs& sharing;
  const RolloutFacts& facts;
  const Provinces& provinces;
  const Horizon& horizon;
};

/// What a quarter asks for.
template <class Real>
struct Demand {
  Real adoption;                     ///< Users a head of the population (eq. 2.4).
  Real monthly_gb;                   ///< Of one user (eq. 2.5).
  Real busy_mbps;                    ///< In the busy hour, a head of the population.
  std::array<Real, geotypes> depth;  ///< Aimed at (eq. 2.2).
};

/// What is asked for in a quarter, what may be started to meet it, and what money is worth then.
template <class Real>
struct PlannedQuarter {
  Demand<Real> demand;
  Real stations;   ///< That may be started, all networks (eq. 3.6).
  Real inflation;  ///< Price level over that of the start.
  Real discount;
};

/// 5G stations of all networks on the paths of one value (docs/models/rollout.md).
template <class Real>
struct RolloutState {
  Pace<Real> pace;
  Compounding<Real> fading, monthly_gb;  ///< What users come to (eq. 2.4, 2.5).
  Places<Real> places;
  std::span<Real> weights;                 ///< Initial weights, by province.
  std::span<StationYear<Real>> year;       ///< That closes, by province.
  std::span<SharedStations<Real>> on_air;  ///< At the start of the year, all networks, by province.
  std::span<Real> tco;                     ///< Discounted capex and opex up to then, by province.
  std::span<Equipment<Real>> equipment;    ///< By year and in it province, as far as renewal comes within the horizon.
  std::array<NetworkState<Real>, max_networks> networks{};
  std::array<Real, geotypes> price_factor;  ///< A station's price over that in a city.
  Real learning_exponent;                   ///< Of the price of main equipment, eq. 4.1.
  Real further_equipment;                   ///< Main equipment of a further operator over that of the first.
  std::array<PlannedQuarter<Real>, quarters_per_year> plans{};  ///< Of the year's quarters so far.
  int quarters_run = 0;                                         ///< How many of them.
  std::array<QuarterPrices<Real>, quarters_per_year> prices{};  ///< Of the year that closes.
  StageRate<Real> stage_rate{};
  Real stations_ever = Real(0.0);
  Real initial_cobuilt = Real(0.0);    ///< Of all networks.
  Real adoption = Real(0.0);           ///< Users over population at the end of the quarter.
  Real unserved_per_head = Real(0.0);  ///< Traffic not served in the year so far, PB a head (eq. 4.11).
};

/// Years whose equipment is renewed within the horizon.
inline int renewed_years(const RolloutSetting& setting) {
  return std::max(0, setting.horizon.years() - setting.inputs.cost.renewal_years);
}

/// A station in a city, spread over the provinces by `weights`.
template <class Real>
WeightedStations<Real> spread_station(const Places<Real>& places, std::span<const Real> weights) {
  WeightedStations<Real> station;
  for (std::size_t p = 0; p < weights.size(); ++p) station.add(weights[p], places.cost_index[p], places.tariff[p]);
  return station;
}

template <class Real>
NetworkState<Real> start_network(const RolloutSetting& setting, int k, const Start<Real>& start,
                                 const TileInputs<Real>& in, Scratch<Real>& scratch) {
  const int places = setting.provinces.count() * geotypes;
  const NetworkInputs& inputs = setting.inputs.networks[k];
  NetworkState<Real> network = initial_state(inputs, setting.sharing, start, in);
  const DemandInputs& demand = setting.inputs.demand;
  const Real users_per_mbps = in[inputs.market_share] / station_mbps(demand, inputs.bandwidth_mhz, in);
  for (int a = 0; a < geotypes; ++a)
    network.stations_per_mbps[a] =
        users_per_mbps * in[demand.peak_to_mean[a]] / Real(inputs.operators[a]) * network.need_factor[a];
  network.sites = scratch.template take<Sites<Real>>(places);
  network.committed = scratch.take(places);
  network.starts = scratch.take(places * quarters_per_year);
  network.equipment = scratch.template take<Equipment<Real>>(renewed_years(setting));
  return network;
}

/// What stands in province p at the start, all networks.
template <class Real>
SharedStations<Real> initial_stations(std::span<const NetworkState<Real>> networks, int p, Real weight) {
  SharedStations<Real> all;
  for (const NetworkState<Real>& network : networks) {
    const Real stations = network.sites[p * geotypes + urban].on_air;
    all.stations += stations;
    all.further += stations * network.cobuilt[urban].further + network.initial_further * weight;
  }
  return all;
}

template <class Real>
RolloutState<Real> start_rollout(const RolloutSetting& setting, const Land<Real>& land, const TileInputs<Real>& in,
                                 Scratch<Real>& scratch) {
  const RolloutInputs& inputs = setting.inputs;
  const int provinces = setting.provinces.count();
  const ByGeotype& factor = inputs.cost.geotype_factor;
  RolloutState<Real> state{
      .pace = Pace<Real>(inputs.construction, setting.facts, in),
      .fading = fading_from(inputs.demand, setting.horizon.date(0), in),
      .monthly_gb = monthly_gb(inputs.demand, in),
      .places = lay_out_places(inputs, setting.provinces, land, in, scratch),
      .weights = initial_weights(setting.provinces, land, scratch),
      .year = scratch.template take<StationYear<Real>>(provinces),
      .on_air = scratch.template take<SharedStations<Real>>(provinces),
      .tco = scratch.take(provinces),
      .equipment = scratch.template take<Equipment<Real>>(provinces * renewed_years(setting)),
      .price_factor = {in[factor[urban]], in[factor[town]], in[factor[rural]]},
      .learning_exponent = learning_exponent(inputs.cost, in),
      .further_equipment = in[setting.sharing.extra_capex[main_equipment]],
  };
  const auto done = scratch.take(static_cast<int>(inputs.construction.stages.size()));
  state.stage_rate = stage_rate(lead_quarters(inputs.construction, setting.facts, in, done));
  state.stations_ever = in[inputs.plan.initial_stations];
  const Start<Real> start{state.stations_ever, in[inputs.plan.plan.front()] * Real(0.25), state.stage_rate.done};
  const WeightedStations<Real> station = spread_station<Real>(state.places, state.weights);
  for (std::size_t k = 0; k < inputs.networks.size(); ++k) {
    NetworkState<Real>& network = state.networks[k];
    network = start_network(setting, static_cast<int>(k), start, in, scratch);
    place_initial_sites<Real>(network, start, in[inputs.networks[k].plan_share], state.weights,
                              volume_of(station, state.price_factor[urban], network.cobuilt[urban]));
    state.initial_cobuilt += network.initial_cobuilt;
  }
  for (int p = 0; p < provinces; ++p) {
    state.tco[p] = Real(0.0);
    state.on_air[p] = initial_stations<Real>({state.networks.data(), inputs.networks.size()}, p, state.weights[p]);
  }
  return state;
}

}  // namespace groundwork
