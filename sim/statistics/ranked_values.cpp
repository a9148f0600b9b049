#include "sim/statistics/ranked_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundwork {

double value_at(const RankedValues& values, double rank) {
  if (values.count() == 0) return std::numeric_limits<double>::quiet_NaN();
  const double inside = std::clamp(rank, 0.0, static_cast<double>(values.count() - 1));
  const auto below = static_cast<std::int64_t>(inside);
  const double low = values.at(below), part = inside - std::floor(inside);
  return part > 0.0 ? low + part * (values.at(below + 1) - low) : low;
}

}  // namespace groundwork
