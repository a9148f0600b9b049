#pragma once

#include <cmath>
#include <limits>

namespace groundwork {

/// The w at which the distribution function `below` is p, for a density that is log-concave in w (as SmoothShape's
/// are); p in (0, 1). Newton's method on the logarithm: concave too, so its tangents lie above it, and from the second
/// round on w approaches from one side. Relative error of the probability: that of the functions.
template <class Below, class Density>
double coordinate_where(double p, Below&& below, Density&& density) {
  constexpr int rounds = 100;
  if (p <= 0.0) return -std::numeric_limits<double>::infinity();
  double w = 0.0, last = 0.0;
  for (int round = 0; round < rounds; ++round) {
    const double here = below(w);
    if (here < std::numeric_limits<double>::min()) {  // a tangent from far above the root led too far down
      w = 0.5 * (w + last);
      continue;
    }
    last = w;
    const double excess = std::log(here / p);
    w -= excess * here / density(w);
    if (std::abs(excess) < 1e-15 || (round > 0 && excess > 0.0 && excess < 1e-12)) break;
  }
  return w;
}

}  // namespace groundwork
