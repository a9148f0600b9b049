#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// Which of an option and the first dominates the other, in which figures; for each option a paragraph. Empty if no
/// figure is better high or low.
std::string dominance_text(const Comparison& comparison, Language language);

}  // namespace groundwork
