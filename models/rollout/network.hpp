#pragma once

#include <array>
#include <span>

#include "models/pipeline.hpp"
#include "models/rollout/flows.hpp"
#include "models/rollout/inputs.hpp"
#include "models/rollout/item_volumes.hpp"
#include "models/rollout/places.hpp"
#include "models/rollout/volume.hpp"
#include "models/sharing/together.hpp"

namespace groundwork {

/// Stations of one network in one place.
template <class Real>
struct Sites {
  Real on_air;
  Pipeline<Real> pipeline;
};

/// One network on one path. Further operators (n - 1) on co-built stations of province p are the sum over geotypes of
/// on_air·cobuilt[a].further, and initial_further·initial_weights[p]: the co-built fraction is constant, so only the
/// initial stock departs from it (eq. 3.11).
template <class Real>
struct NetworkState {
  std::span<Sites<Real>> sites;                         ///< At the start of the year, by province and in it geotype.
  std::span<Real> committed;                            ///< Stations on air or under way, likewise.
  std::span<Real> starts;                               ///< By quarter of the year, and in it likewise.
  std::array<Volume<Real>, quarters_per_year> started;  ///< Their sums, all provinces.
  std::array<Real, geotypes> need_factor;
  std::array<CobuiltPart<Real>, geotypes> cobuilt;
  std::array<Real, geotypes> stations_per_mbps;  ///< Needed for 1 Mbit/s of busy load a head, by person.
  Real initial_cobuilt;                          ///< Co-built initial stations beyond the fraction, all provinces.
  Real initial_further;
  Volume<Real> on_air;  ///< All provinces, as the next two.
  Volume<Real> built;   ///< Of the year so far.
  Pipeline<Volume<Real>> pipeline;
  std::span<Equipment<Real>> equipment;  ///< By year, as far as renewal comes within the horizon.
  StationYear<Real> year;                ///< So far, as the next two.
  std::array<Real, geotypes> covered{};  ///< People, by geotype.
  ItemVolumes<Real> items;
  Real tco = Real(0.0);  ///< CNY, discounted.

  std::span<Real> starts_of(int quarter_of_year) const {
    return starts.subspan(quarter_of_year * committed.size(), committed.size());
  }
};

/// How building begins (eq. 3.1).
template <class Real>
struct Start {
  Real stations;              ///< On air, all networks.
  Real stations_per_quarter;  ///< Planned, all networks.
  Real stage_rate;            ///< 1/quarter
};

/// Share of its need that a network meets with co-built stations, where several operators serve
/// (docs/models/sharing.md, σ).
template <class Real>
Real cobuilt_share(const NetworkInputs& network, const SharingInputs& sharing, const TileInputs<Real>& in) {
  return sharing.enabled ? in[sharing.cobuilt_share] * in[network.cobuilt_share_factor] : Real(0.0);
}

template <class Real>
NetworkState<Real> initial_state(const NetworkInputs& network, const SharingInputs& sharing, const Start<Real>& start,
                                 const TileInputs<Real>& in) {
  NetworkState<Real> state;
  const Real share = cobuilt_share(network, sharing, in);
  for (int a = 0; a < geotypes; ++a) {
    const Together<Real> together = build_together(network.operators[a], share);
    state.need_factor[a] = together.need_factor;
    state.cobuilt[a] = {together.cobuilt_fraction, together.cobuilt_fraction * Real(together.further)};
  }
  const int operators = network.operators[urban];
  const Real initial_share = operators > 1 ? in[network.initial_cobuilt_share] : Real(0.0);
  state.initial_cobuilt = start.stations * in[network.plan_share] * (initial_share - state.cobuilt[urban].fraction);
  state.initial_further = state.initial_cobuilt * Real(operators - 1.0);
  return state;
}

/// Initial stations and work in progress stand in cities (eq. 3.1). `one`: a city station spread by the weights.
template <class Real>
void place_initial_sites(NetworkState<Real>& state, const Start<Real>& start, Real plan_share,
                         std::span<const Real> weights, const Volume<Real>& one) {
  const Real on_air = start.stations * plan_share;
  const Real work = start.stations_per_quarter * plan_share / start.stage_rate;
  for (std::size_t p = 0; p < weights.size(); ++p)
    for (int a = 0; a < geotypes; ++a) {
      const Real weight = a == urban ? weights[p] : Real(0.0);
      state.sites[p * geotypes + a] = {on_air * weight, {work * weight, work * weight}};
      state.committed[p * geotypes + a] = on_air * weight + (work * weight + work * weight);
    }
  state.on_air = one * on_air;
  state.on_air.further += state.initial_further * one.stations;
  state.on_air.further_tariff += state.initial_further * one.tariff;
  state.on_air.cobuilt += state.initial_cobuilt * one.stations;
  state.pipeline = {one * work, one * work};
}

}  // namespace groundwork
