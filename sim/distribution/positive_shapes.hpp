#pragma once

#include <memory>

#include "sim/distribution/smooth_shape.hpp"

namespace groundwork {

/// Weibull: P(X > x) = exp(-(x/scale)^shape); both > 0. The coordinate is the logarithm of (x/scale)^shape.
std::unique_ptr<const SmoothShape> weibull_shape(double shape, double scale);

/// Gamma with density proportional to x^(shape - 1)·exp(-x/scale); both > 0. The coordinate is log(x/mean).
std::unique_ptr<const SmoothShape> gamma_shape(double shape, double scale);

}  // namespace groundwork
