#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/statistics/wave.hpp"

namespace groundwork {

/// About as many cells as the national model has.
inline constexpr int made_cells = 11'000;

/// Which values a cell has.
enum class Mix {
  realistic,   ///< As the national model: of 100 cells, 60 normal, 25 skewed, 7 at a bound, 5 constant, 3 with a long
               ///< tail.
  normal,      ///< With a spread of 3 %.
  atoms,       ///< 60 % at a bound.
  long_tails,  ///< Lognormal with a standard deviation of 1 in the logarithm: leaves the close buckets of the sketch.
  constant
};

/// A wave of made values, its tiles side by side as the engine has them.
class MadeWave {
 public:
  MadeWave(int tiles, Mix mix);

  /// As the paths from `first_path` on.
  Wave wave(std::int64_t first_path) const;
  int paths() const;
  /// The values of one cell, in path order.
  std::vector<double> values(int cell) const;
  double mean(int cell) const;

 private:
  std::size_t stride_;  ///< Doubles from tile to tile: an odd number of cache lines, which spreads tiles over a cache.
  std::unique_ptr<double[]> memory_;
  std::vector<const double*> tiles_;
};

}  // namespace groundwork
