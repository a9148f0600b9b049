#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// What the points of a sweep say of one figure.
enum class Spread {
  varies,
  constant,   ///< The same mean at every point, to rounding: no factor moves it.
  undefined,  ///< No point has a value.
};

/// The best point of a figure, by its mean.
struct BestPoint {
  std::size_t figure = 0;
  Spread spread = Spread::varies;
  std::size_t point = 0;    ///< Index into Sweep::points. Only where the figure varies and is better high or low.
  std::int64_t equals = 0;  ///< Other points that Monte-Carlo error does not tell from it.
};

/// Of every figure.
std::vector<BestPoint> best_points(const Sweep& sweep);

}  // namespace groundwork
