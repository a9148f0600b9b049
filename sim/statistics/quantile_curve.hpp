#pragma once

#include <vector>

#include "sim/statistics/ranked_values.hpp"

namespace groundwork {

/// Points of a quantile curve, evenly from the minimum to the maximum.
inline constexpr int curve_points = 201;
/// Share of the values below point i, 0 … 1.
inline double curve_probability(int point) { return static_cast<double>(point) / (curve_points - 1); }

/// A distribution to be drawn: its quantiles at curve_probability(0 … 200), between ranks by linear interpolation as in
/// Summary. Empty if there are no values.
inline std::vector<double> quantile_curve(const RankedValues& values) {
  std::vector<double> curve;
  if (values.count() == 0) return curve;
  const auto last = static_cast<double>(values.count() - 1);
  for (int point = 0; point < curve_points; ++point) curve.push_back(value_at(values, curve_probability(point) * last));
  return curve;
}

}  // namespace groundwork
