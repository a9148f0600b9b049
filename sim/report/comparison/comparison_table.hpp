#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// What a planner reads on a terminal: the inputs that differ, each option's differences from the first, who regrets
/// what, who dominates whom, and which places gain.
std::string comparison_table(const Comparison& comparison, Language language = Language::en);

}  // namespace groundwork
