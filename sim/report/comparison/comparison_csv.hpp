#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// A line for each figure and option, places behind the figures: the option's own mean, its difference from the first
/// option, dominance and regret. Fields that do not apply are empty: differences of the first option itself, and what
/// says better or worse for metrics that know neither.
std::string comparison_csv(const Comparison& comparison);

}  // namespace groundwork
