#pragma once

#include <string>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// The Pareto front, from the best first figure on; empty if the sweep has none.
std::string front_text(const Sweep& sweep, Language language);

}  // namespace groundwork
