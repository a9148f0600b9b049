#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// For each option but the first and each figure: the mean difference by place, those that gain most first, and how
/// many gain. Empty if the comparison has no places.
std::string place_tables(const Comparison& comparison, Language language);

}  // namespace groundwork
