#pragma once

#include <cstdint>

#include "sim/statistics/confidence.hpp"
#include "sim/statistics/ranked_values.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Sums over the defined values of each randomisation. Distances are from some centre near the values.
struct MomentSums {
  double centre = 0.0;
  PerRandomisation distances;
  PerRandomisation squares;
  PerRandomisation counts;
};

/// Sets counts, mean, standard error and standard deviation. `paths` counts the undefined too.
void set_moments(const MomentSums& sums, std::int64_t paths, Replication replication, Summary& summary);

/// Sets quantiles, their intervals, tail means and extremes; the shares at the extremes are left alone.
void set_quantiles(const RankedValues& values, const RankIntervals& intervals, Summary& summary);

}  // namespace groundwork
