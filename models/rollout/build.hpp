#pragma once

#include <array>
#include <span>

#include "models/rollout/network.hpp"

namespace groundwork {

/// What one network aims at in a quarter: stations needed in a place are
/// max(coverage·per_coverage[a], population·per_head[a]) (docs/models/rollout.md, eq. 2.7 to 2.9).
template <class Real>
struct Target {
  std::array<Real, geotypes> per_coverage, per_head;
};

/// Notes every place's gap; gives their sum, weighted by priority (eq. 3.7, 3.8).
template <class Real>
Real find_gaps(NetworkState<Real>& network, const Places<Real>& places, const Target<Real>& target) {
  std::array<Real, geotypes> weighted{Real(0.0), Real(0.0), Real(0.0)};
  for (std::size_t p = 0; p < places.urgency.size(); ++p)
    for (std::size_t a = 0; a < geotypes; ++a) {
      const std::size_t i = p * geotypes + a;
      const Place<Real>& place = places.list[i];
      const Real need = max(place.coverage * target.per_coverage[a], place.population * target.per_head[a]);
      network.gap[i] = max(need - network.committed[i], Real(0.0));
      weighted[a] += places.urgency[p] * network.gap[i];
    }
  return places.priority[urban] * weighted[urban] + places.priority[town] * weighted[town] +
         places.priority[rural] * weighted[rural];
}

/// What a quarter completes in one province and network.
template <class Real>
struct Completions {
  Real stations = Real(0.0);
  Real single_price = Real(0.0);   ///< Stations in units of a single-operator city station's price.
  Real further_price = Real(0.0);  ///< Further operators on them, in units of a further operator's price.
};

/// How much of the gaps is started and how fast work goes on.
template <class Real>
struct BuildSpeed {
  std::array<Real, geotypes> scale;  ///< Stations started per missing station and urgency, eq. 3.9.
  Real stage_rate;                   ///< 1/quarter
};

/// `planned`: stations that may be started; `gaps`: what find_gaps gave.
template <class Real>
BuildSpeed<Real> build_speed(const Places<Real>& places, Real planned, Real gaps, Real stage_rate) {
  constexpr double no_gap = 1e-9;  // stations
  const Real scale = planned / max(gaps, Real(no_gap));
  return {{scale * places.priority[urban], scale * places.priority[town], scale * places.priority[rural]}, stage_rate};
}

/// Starts stations and moves work on in one province (eq. 3.9, 3.10).
template <class Real>
Completions<Real> build(NetworkState<Real>& network, int province, Real urgency, const BuildSpeed<Real>& speed,
                        const std::array<Real, geotypes>& price_factor) {
  Completions<Real> done;
  for (int a = 0; a < geotypes; ++a) {
    const int i = province * geotypes + a;
    Sites<Real>& sites = network.sites[i];
    const Real starts = network.gap[i] * min(Real(1.0), speed.scale[a] * urgency);
    network.committed[i] += starts;
    const Real completed = sites.pipeline.advance(starts, speed.stage_rate);
    sites.on_air += completed;
    const Real priced = completed * price_factor[a];
    done.stations += completed;
    done.single_price += priced;
    done.further_price += priced * network.further[a];
  }
  return done;
}

}  // namespace groundwork
