#pragma once

#include <memory>

#include "sim/distribution/smooth_shape.hpp"

namespace groundwork {

/// Normal with mean `mean` and standard deviation `sd` > 0; the coordinate is (value - mean)/sd.
std::unique_ptr<const SmoothShape> normal_shape(double mean, double sd);

/// exp of a normal with mean `log_mean` and standard deviation `log_sd` > 0; the coordinate is that of the normal.
std::unique_ptr<const SmoothShape> lognormal_shape(double log_mean, double log_sd);

}  // namespace groundwork
