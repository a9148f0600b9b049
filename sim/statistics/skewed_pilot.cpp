#include "sim/statistics/skewed_pilot.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace groundwork {

namespace {

constexpr double narrow = 0.25;        // deviation over centre up to which a bulk keeps clear of zero
constexpr double low_share = 0.02;     // of the values that are not zero: "the low ones"
constexpr double bucket = 1.0 / 32.0;  // widest central bucket, in standard deviations
constexpr double octaves = 0x1p-28;    // keeps the largest value of the pilot within the sketch's 2^31 spreads

/// Sizes of the values that are not zero, if none has the other sign; else nothing.
std::vector<double> one_sided_sizes(int cell, const Wave& pilot) {
  std::vector<double> sizes;
  bool any_positive = false, any_negative = false;
  for (int path = 0; path < pilot.paths; ++path) {
    const double value =
        pilot.tiles[static_cast<std::size_t>(path / tile_lanes)][cell * tile_lanes + path % tile_lanes];
    if (!std::isfinite(value) || value == 0.0) continue;
    (value > 0.0 ? any_positive : any_negative) = true;
    sizes.push_back(std::fabs(value));
  }
  if (any_positive && any_negative) sizes.clear();
  return sizes;
}

}  // namespace

void resolve_crowd_at_zero(CellMoments& moments, int cell, const Wave& pilot) {
  if (!(moments.spread > narrow * std::fabs(moments.centre))) return;
  std::vector<double> sizes = one_sided_sizes(cell, pilot);
  if (sizes.empty()) return;
  const auto low = sizes.begin() + static_cast<std::ptrdiff_t>(low_share * static_cast<double>(sizes.size()));
  std::nth_element(sizes.begin(), low, sizes.end());
  if (*low > bucket * moments.spread) return;
  const double largest = *std::max_element(sizes.begin(), sizes.end());
  moments.centre = -0.0;
  moments.spread = std::max(*low, octaves * largest);
}

}  // namespace groundwork
