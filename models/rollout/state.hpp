#pragma once

#include <algorithm>
#include <array>
#include <span>

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

/// 5G stations of all networks on the paths of one value (docs/models/rollout.md).
template <class Real>
struct RolloutState {
  Pace<Real> pace;
  Places<Real> places;
  std::span<Real> weights;  ///< Initial weights, by province.
  std::span<Real> cost_index;
  std::span<StationFlows<Real>> flows;  ///< Of the year so far, by province.
  std::span<Real> tco;                  ///< Discounted capex and opex so far, by province.
  std::array<NetworkState<Real>, max_networks> networks{};
  Real stage_rate = Real(0.0);
  Real stations_ever = Real(0.0);
  Real adoption = Real(0.0);           ///< Users over population at the end of the quarter.
  Real unserved_per_head = Real(0.0);  ///< Traffic not served in the year so far, PB a head (eq. 4.11).
};

/// Years whose equipment is renewed within the horizon.
inline int renewed_years(const RolloutSetting& setting) {
  return std::max(0, setting.horizon.years() - setting.inputs.cost.renewal_years);
}

template <class Real>
RolloutState<Real> start_rollout(const RolloutSetting& setting, const Land<Real>& land, const TileInputs<Real>& in,
                                 Scratch<Real>& scratch) {
  const RolloutInputs& inputs = setting.inputs;
  const int provinces = setting.provinces.count();
  RolloutState<Real> state{.pace = Pace<Real>(inputs.construction, setting.facts, in),
                           .places = lay_out_places(inputs.plan, setting.provinces, land, in, scratch),
                           .weights = initial_weights(setting.provinces, land, scratch),
                           .cost_index = land.cost_index,
                           .flows = scratch.template take<StationFlows<Real>>(provinces),
                           .tco = scratch.take(provinces)};
  const auto done = scratch.take(static_cast<int>(inputs.construction.stages.size()));
  state.stage_rate = stage_rate(lead_quarters(inputs.construction, setting.facts, in, done));
  state.stations_ever = in[inputs.plan.initial_stations];
  const Start<Real> start{state.stations_ever, in[inputs.plan.plan.front()] * Real(0.25), state.stage_rate};
  for (std::size_t k = 0; k < inputs.networks.size(); ++k) {
    NetworkState<Real>& network = state.networks[k];
    network = initial_state(inputs.networks[k], setting.sharing, start, in);
    network.sites = scratch.template take<Sites<Real>>(provinces * geotypes);
    network.committed = scratch.take(provinces * geotypes);
    network.gap = scratch.take(provinces * geotypes);
    place_initial_sites<Real>(network, start, in[inputs.networks[k].plan_share], state.weights);
    network.equipment = scratch.template take<Equipment<Real>>(provinces * renewed_years(setting));
    std::ranges::fill(network.equipment, Equipment<Real>{Real(0.0), Real(0.0)});
  }
  std::ranges::fill(state.flows, StationFlows<Real>{});
  std::ranges::fill(state.tco, Real(0.0));
  return state;
}

}  // namespace groundwork
