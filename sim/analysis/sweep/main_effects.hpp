#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/scenario/sweep/sweep_file.hpp"

namespace groundwork {

/// The points of a grid with one level of a factor.
struct LevelMean {
  std::string level;        ///< "0.5, 0.4"
  std::int64_t points = 0;  ///< With a value of the figure.
  double mean = Summary::unknown;
  double standard_error = Summary::unknown;  ///< At most: as if the points' errors were one.
};

/// What a factor does to a figure, averaged over the other factors.
struct MainEffect {
  std::size_t factor = 0;
  std::size_t figure = 0;
  std::vector<LevelMean> levels;  ///< In the factor's order.

  /// Largest less smallest mean of a level; NaN if no level has any.
  double span() const;
};

/// Of every figure and factor: figure by figure, the factor of the largest span first. Points that are missing bias the
/// means; of a Latin hypercube there are no effects, since hardly two points share a level.
std::vector<MainEffect> main_effects(const Sweep& sweep);

}  // namespace groundwork
