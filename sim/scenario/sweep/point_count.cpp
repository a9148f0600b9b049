#include "sim/scenario/sweep/point_count.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"
#include "sim/scenario/sweep/sweep_file.hpp"

namespace groundwork {

namespace {

/// 1000000 -> "1,000,000"; with an exponent where digits are no longer exact.
std::string count_text(double count) {
  constexpr double exact = 0x1p53;
  if (count > exact) return fmt::format("{:.3g}", count);
  std::string digits = fmt::format("{:.0f}", count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

}  // namespace

double grid_points(const std::vector<SweepFactor>& factors) {
  double points = 1.0;
  for (const SweepFactor& factor : factors) points *= static_cast<double>(factor.levels.size());
  return points;
}

std::string too_many_points(double points, const std::vector<SweepFactor>& factors) {
  std::vector<std::string> levels;
  for (const SweepFactor& factor : factors) levels.push_back(count_text(static_cast<double>(factor.levels.size())));
  const std::string product = levels.size() < 2 ? "" : fmt::format(" ({})", joined(levels, " x "));
  return fmt::format("the sweep has {} points{}, and may have {} at most", count_text(points), product,
                     count_text(static_cast<double>(most_sweep_points)));
}

}  // namespace groundwork
