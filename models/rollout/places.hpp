#pragma once

#include <array>
#include <span>

#include "models/geography/land.hpp"
#include "models/rollout/inputs.hpp"
#include "models/sharing/together.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// What one geotype of one province asks for, as far as it is the same for every network and quarter.
template <class Real>
struct Place {
  Real coverage;    ///< Stations for continuous coverage at depth one, with the path's factors, eq. 2.3.
  Real population;  ///< people
};

/// All geotypes of all provinces. A missing station has the priority priority[a]·urgency[p] (eq. 3.8).
template <class Real>
struct Places {
  std::span<Place<Real>> list;          ///< By province and in it geotype.
  std::span<Real> covered_by_one;       ///< Likewise: share of the place that a station covers, 1/cov1 of eq. 2.1.
  std::span<Real> urgency;              ///< By province, as the next two.
  std::span<Real> cost_index;           ///< eq. 1.6
  std::span<Real> tariff;               ///< CNY/kWh, with the path's factor.
  std::array<Real, geotypes> priority;  ///< By geotype.
};

template <class Real>
Places<Real> lay_out_places(const RolloutInputs& inputs, const Provinces& provinces, const Land<Real>& land,
                            const TileInputs<Real>& in, Scratch<Real>& scratch) {
  constexpr double hexagon = 0.86602540378443864676;  // √3/2: area of a station's cell over intersite distance squared
  constexpr double no_area_km2 = 1e-9;                // keeps 0/0 out where nobody lives
  const PlanInputs& plan = inputs.plan;
  Places<Real> places{scratch.template take<Place<Real>>(provinces.count() * geotypes),
                      scratch.take(provinces.count() * geotypes),
                      scratch.take(provinces.count()),
                      land.cost_index,
                      scratch.take(provinces.count()),
                      {in[plan.priority[urban]], in[plan.priority[town]], in[plan.priority[rural]]}};
  for (int p = 0; p < provinces.count(); ++p) {
    places.urgency[p] = exp(in[plan.affluence_priority] * Real(provinces.list[p].log_affluence)) * land.pace[p];
    places.tariff[p] = Real(provinces.list[p].tariff_cny_per_kwh) * in[inputs.cost.tariff_factor];
    for (int a = 0; a < geotypes; ++a) {
      const Real distance = in[plan.intersite_km[a]];
      const Real footprint = Real(hexagon) * distance * distance;
      places.list[p * geotypes + a] = {land.area[a][p] / footprint * in[plan.depth_factor] * land.demand[p],
                                       land.population[a][p]};
      places.covered_by_one[p * geotypes + a] = footprint / max(land.area[a][p], Real(no_area_km2));
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
    weights[p] = land.population[urban][p] * Real(provinces.list[p].affluence);
    sum += weights[p];
  }
  for (Real& weight : weights) weight = weight / max(sum, Real(1e-9));
  return weights;
}

}  // namespace groundwork
