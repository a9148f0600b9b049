#pragma once

#include <string>
#include <vector>

#include "sim/scenario/sweep/sweep_factor.hpp"

namespace groundwork {

/// All combinations of the factors' levels. A double, since there may be more than any integer holds.
double grid_points(const std::vector<SweepFactor>& factors);

/// That a sweep has too many points, with how the count comes about: "… 1,000,000,000 points (1,000 x 1,000 x 1,000)
/// …".
std::string too_many_points(double points, const std::vector<SweepFactor>& factors = {});

}  // namespace groundwork
