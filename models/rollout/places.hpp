#pragma once

#include <array>
#include <span>

#include "models/geography/land.hpp"
#include "models/rollout/inputs.hpp"
#include "models/sharing/together.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// One geotype of one province, as far as it is the same for every network and quarter.
template <class Real>
struct Place {
  Real coverage;        ///< Stations for continuous coverage at depth one, with the path's factors, eq. 2.3.
  Real population;      ///< people
  Real weight;          ///< Priority of a missing station, eq. 3.8.
  Real covered_by_one;  ///< Share of the place that a station covers, 1/cov1 of eq. 2.1.
};

/// The places, province by province and in it geotype by geotype.
template <class Real>
std::span<Place<Real>> lay_out_places(const PlanInputs& plan, const Provinces& provinces, const Land<Real>& land,
                                      const TileInputs<Real>& in, Scratch<Real>& scratch) {
  constexpr double hexagon = 0.86602540378443864676;  // √3/2: area of a station's cell over intersite distance squared
  constexpr double no_area_km2 = 1e-9;                // keeps 0/0 out where nobody lives
  const auto places = scratch.template take<Place<Real>>(provinces.count() * geotypes);
  for (int p = 0; p < provinces.count(); ++p) {
    const Real affluence = exp(in[plan.affluence_priority] * Real(provinces.list[p].log_affluence));
    for (int a = 0; a < geotypes; ++a) {
      const Real distance = in[plan.intersite_km[a]];
      const Real footprint = Real(hexagon) * distance * distance;
      places[p * geotypes + a] = {land.area[a][p] / footprint * in[plan.depth_factor] * land.demand[p],
                                  land.population[a][p], in[plan.priority[a]] * affluence * land.pace[p],
                                  footprint / max(land.area[a][p], Real(no_area_km2))};
    }
  }
  return places;
}

/// Where each network's initial stations stand: city people weighted by affluence, adding up to one (eq. 3.1).
template <class Real>
std::span<Real> initial_weights(const Provinces& provinces, const Land<Real>& land, Scratch<Real>& scratch) {
  const auto weights = scratch.take(provinces.count());
  Real sum = Real(0.0);
  for (int p = 0; p < provinces.count(); ++p) {
    weights[p] = land.population[urban][p] * exp(Real(provinces.list[p].log_affluence));
    sum += weights[p];
  }
  for (Real& weight : weights) weight = weight / max(sum, Real(1e-9));
  return weights;
}

}  // namespace groundwork
