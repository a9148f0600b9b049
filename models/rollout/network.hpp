#pragma once

#include <array>
#include <span>

#include "models/pipeline.hpp"
#include "models/rollout/flows.hpp"
#include "models/rollout/inputs.hpp"
#include "models/rollout/places.hpp"
#include "models/sharing/together.hpp"

namespace groundwork {

/// Stations of one network in one place.
template <class Real>
struct Sites {
  Real on_air;
  Pipeline<Real> pipeline;
};

/// Main equipment installed in a year and province, in units of its price (docs/models/rollout.md, eq. 4.9).
template <class Real>
struct Equipment {
  Real installed, installed_alone;
};

/// One network on one path. Further operators (n - 1) on co-built stations of province p are the sum over geotypes of
/// on_air·further[a], and initial_further·initial_weights[p]: the co-built fraction is constant, so only the initial
/// stock departs from it (eq. 3.11).
template <class Real>
struct NetworkState {
  std::span<Sites<Real>> sites;  ///< By province and in it geotype, as the next two.
  std::span<Real> committed;     ///< Stations on air or under way.
  std::span<Real> gap;           ///< Missing stations of the quarter.
  std::array<Real, geotypes> need_factor, cobuilt_fraction, further;
  Real initial_cobuilt;  ///< Co-built initial stations beyond the fraction, all provinces.
  Real initial_further;
  std::span<Equipment<Real>> equipment;  ///< By year and in it province, as far as renewal comes within the horizon.
  StationFlows<Real> flows;              ///< Of the year so far.
  Real tco = Real(0.0);                  ///< CNY, discounted.
};

/// How building begins (eq. 3.1).
template <class Real>
struct Start {
  Real stations;              ///< On air, all networks.
  Real stations_per_quarter;  ///< Planned, all networks.
  Real stage_rate;            ///< 1/quarter
};

template <class Real>
NetworkState<Real> initial_state(const NetworkInputs& network, const SharingInputs& sharing, const Start<Real>& start,
                                 const TileInputs<Real>& in) {
  NetworkState<Real> state;
  for (int a = 0; a < geotypes; ++a) {
    const Together<Real> together = build_together(sharing, network.operators[a], in);
    state.need_factor[a] = together.need_factor;
    state.cobuilt_fraction[a] = together.cobuilt_fraction;
    state.further[a] = together.cobuilt_fraction * Real(together.further);
  }
  const int operators = network.operators[urban];
  const Real cobuilt_share = operators > 1 ? in[network.initial_cobuilt_share] : Real(0.0);
  state.initial_cobuilt = start.stations * in[network.plan_share] * (cobuilt_share - state.cobuilt_fraction[urban]);
  state.initial_further = state.initial_cobuilt * Real(operators - 1.0);
  return state;
}

/// Initial stations and work in progress stand in cities (eq. 3.1).
template <class Real>
void place_initial_sites(NetworkState<Real>& state, const Start<Real>& start, Real plan_share,
                         std::span<const Real> weights) {
  const Real on_air = start.stations * plan_share;
  const Real work = start.stations_per_quarter * plan_share / start.stage_rate;
  for (std::size_t p = 0; p < weights.size(); ++p)
    for (int a = 0; a < geotypes; ++a) {
      const Real weight = a == urban ? weights[p] : Real(0.0);
      state.sites[p * geotypes + a] = {on_air * weight, {work * weight, work * weight}};
      state.committed[p * geotypes + a] = on_air * weight + (work * weight + work * weight);
    }
}

/// Stations of one network in province p, as they are counted and priced.
template <class Real>
struct ProvinceStations {
  Real on_air = Real(0.0);
  Real further = Real(0.0);  ///< Further operators on co-built stations.
};

template <class Real>
ProvinceStations<Real> count_stations(const NetworkState<Real>& state, int p, Real initial_weight) {
  ProvinceStations<Real> count;
  count.further = state.initial_further * initial_weight;
  for (int a = 0; a < geotypes; ++a) {
    const Real on_air = state.sites[p * geotypes + a].on_air;
    count.on_air += on_air;
    count.further += on_air * state.further[a];
  }
  return count;
}

/// Co-built stations of province p (eq. 3.11).
template <class Real>
Real count_cobuilt(const NetworkState<Real>& state, int p, Real initial_weight) {
  Real cobuilt = state.initial_cobuilt * initial_weight;
  for (int a = 0; a < geotypes; ++a) cobuilt += state.sites[p * geotypes + a].on_air * state.cobuilt_fraction[a];
  return cobuilt;
}

}  // namespace groundwork
