#pragma once

#include <array>
#include <span>

#include "models/geography/geotype.hpp"
#include "models/geography/inputs.hpp"
#include "models/geography/provinces.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// The provinces on each path; every span has one value a province (docs/models/geography.md).
template <class Real>
struct Land {
  std::array<std::span<Real>, geotypes> population;  ///< people
  std::array<std::span<Real>, geotypes> area;        ///< served area, km2
  std::span<Real> cost_index;                        ///< eq. 1.6
  std::span<Real> demand, pace;                      ///< factors of mean one, eq. 1.5
};

/// Log of a lognormal factor with mean one (eq. 1.5).
template <class Real>
inline Real log_mean_one_factor(Real spread, Real z) {
  return spread * z - Real(0.5) * spread * spread;
}

template <class Real>
Land<Real> settle(const GeographyInputs& inputs, const Provinces& provinces, const TileInputs<Real>& in,
                  Scratch<Real>& scratch) {
  const int n = provinces.count();
  Land<Real> land;
  for (int a = 0; a < geotypes; ++a) {
    land.population[a] = scratch.take(n);
    land.area[a] = scratch.take(n);
  }
  land.cost_index = scratch.take(n);
  land.demand = scratch.take(n);
  land.pace = scratch.take(n);
  const Real city_share = in[inputs.city_share_of_urban];
  for (int p = 0; p < n; ++p) {
    const Province& province = provinces.list[p];
    const Real in_cities_and_towns = Real(province.population * province.urban_share);
    land.population[urban][p] = in_cities_and_towns * city_share;
    land.population[town][p] = in_cities_and_towns * (Real(1.0) - city_share);
    land.population[rural][p] = Real(province.population) - in_cities_and_towns;
    const Real rural_density = max(land.population[rural][p] / Real(province.area_km2), in[inputs.rural_density_floor]);
    land.area[urban][p] = land.population[urban][p] / in[inputs.urban_density];
    land.area[town][p] = land.population[town][p] / in[inputs.town_density];
    land.area[rural][p] = land.population[rural][p] / rural_density;
    land.demand[p] = exp(log_mean_one_factor(in[inputs.demand_spread], in(provinces.demand, p)));
    land.pace[p] = exp(log_mean_one_factor(in[inputs.pace_spread], in(provinces.pace, p)));
    land.cost_index[p] = exp(in[inputs.cost_affluence_elasticity] * Real(province.log_affluence) +
                             log_mean_one_factor(in[inputs.cost_spread], in(provinces.cost, p)));
  }
  return land;
}

/// Spans of `Land`, for sizing the working memory.
inline constexpr int land_spans = 2 * geotypes + 3;

}  // namespace groundwork
