#include "sim/statistics/skewed_pilot.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace groundwork {

namespace {

constexpr double narrow = 0.25;        // deviation over centre up to which a bulk keeps clear of zero
constexpr double low_share = 0.02;     // of the values that are not zero: "the low ones"
constexpr double bucket = 1.0 / 32.0;  // widest central bucket, in standard deviations
constexpr double octaves = 0x1p-28;    // keeps the largest value of the pilot within the sketch's 2^31 spreads

/// How many of a pilot's values lie where; what is not finite lies nowhere.
struct Sides {
  int positive = 0, negative = 0;
  int low = 0;  ///< Of these, those up to some size.

  bool has_both() const { return positive > 0 && negative > 0; }
};

/// As far as it takes to see that there are both signs.
Sides count_sides(int cell, const Wave& pilot, double low_size) {
  constexpr double largest = std::numeric_limits<double>::max();
  Sides sides;
  for (std::size_t tile = 0; tile < pilot.tiles.size() && !sides.has_both(); ++tile) {
    const double* const values = pilot.tiles[tile] + cell * tile_lanes;
    const int lanes = std::min(tile_lanes, pilot.paths - static_cast<int>(tile) * tile_lanes);
    for (int lane = 0; lane < lanes; ++lane) {
      const double value = values[lane], size = std::fabs(value);
      sides.positive += static_cast<int>(value > 0.0 && value <= largest);
      sides.negative += static_cast<int>(value < 0.0 && value >= -largest);
      sides.low += static_cast<int>(size > 0.0 && size <= low_size);
    }
  }
  return sides;
}

}  // namespace

void resolve_crowd_at_zero(CellMoments& moments, int cell, const Wave& pilot) {
  if (!(moments.spread > narrow * std::fabs(moments.centre))) return;
  const double low_size = std::min(bucket * moments.spread, std::numeric_limits<double>::max());
  const Sides sides = count_sides(cell, pilot, low_size);
  if ((sides.positive > 0) == (sides.negative > 0)) return;
  const auto rank = static_cast<int>(low_share * (sides.positive + sides.negative));
  if (sides.low <= rank) return;  // as nearly always: the sizes need not be ranked
  std::vector<double> sizes;
  append_column(pilot.tiles, cell, pilot.paths, sizes);
  std::erase_if(sizes, [](double value) { return !std::isfinite(value) || value == 0.0; });
  for (double& size : sizes) size = std::fabs(size);
  const auto low = sizes.begin() + rank;
  std::nth_element(sizes.begin(), low, sizes.end());
  const double largest = *std::max_element(sizes.begin(), sizes.end());
  moments.centre = -0.0;
  moments.spread = std::max(*low, octaves * largest);
}

}  // namespace groundwork
