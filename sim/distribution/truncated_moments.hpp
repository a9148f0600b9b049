#pragma once

#include "sim/distribution/truncation.hpp"

namespace groundwork {

struct Moments {
  double mean;
  double sd;
};

/// Mean and standard deviation of what the truncation keeps, by quadrature in the shape's coordinate; relative error
/// about 1e-12 of the larger of the two.
Moments truncated_moments(const SmoothShape& shape, const Truncation& truncation);

}  // namespace groundwork
