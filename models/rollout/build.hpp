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

/// Notes each place's missing stations in `gaps`; gives their sum, weighted by priority (eq. 3.7, 3.8).
template <class Real>
Real find_gaps(std::span<const Real> committed, const Places<Real>& places, const Target<Real>& target,
               std::span<Real> gaps) {
  std::array<Real, geotypes> weighted{Real(0.0), Real(0.0), Real(0.0)};
  for (std::size_t p = 0; p < places.urgency.size(); ++p) {
    const Real urgency = places.urgency[p];
    for (std::size_t a = 0; a < geotypes; ++a) {
      const std::size_t i = p * geotypes + a;
      const Place<Real>& place = places.list[i];
      const Real need = max(place.coverage * target.per_coverage[a], place.population * target.per_head[a]);
      gaps[i] = max(need - committed[i], Real(0.0));
      weighted[a] = fma(urgency, gaps[i], weighted[a]);
    }
  }
  return places.priority[urban] * weighted[urban] + places.priority[town] * weighted[town] +
         places.priority[rural] * weighted[rural];
}

/// Stations started per missing station and urgency, by geotype (eq. 3.9). `planned`: stations that may be started;
/// `gaps`: what find_gaps gave.
template <class Real>
std::array<Real, geotypes> start_scale(const Places<Real>& places, Real planned, Real gaps) {
  constexpr double no_gap = 1e-9;  // stations
  const Real scale = planned / max(gaps, Real(no_gap));
  return {scale * places.priority[urban], scale * places.priority[town], scale * places.priority[rural]};
}

/// Starts stations everywhere (eq. 3.9): turns gaps into starts and commits them; gives the sums by geotype.
template <class Real>
std::array<WeightedStations<Real>, geotypes> start_stations(const Places<Real>& places,
                                                            const std::array<Real, geotypes>& scale,
                                                            std::span<Real> gaps_to_starts, std::span<Real> committed) {
  std::array<WeightedStations<Real>, geotypes> sums{};
  for (std::size_t p = 0; p < places.urgency.size(); ++p) {
    const Real urgency = places.urgency[p], cost_index = places.cost_index[p], tariff = places.tariff[p];
    for (std::size_t a = 0; a < geotypes; ++a) {
      const std::size_t i = p * geotypes + a;
      const Real starts = gaps_to_starts[i] * min(Real(1.0), scale[a] * urgency);
      gaps_to_starts[i] = starts;
      committed[i] += starts;
      sums[a].add(starts, cost_index, tariff);
    }
  }
  return sums;
}

}  // namespace groundwork
