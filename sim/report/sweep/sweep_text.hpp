#pragma once

#include <string>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// What a sweep says, for a terminal: points with their figures and errors, main effects, best points and the Pareto
/// front. Of many points or figures only some: CSV has them all.
std::string sweep_text(const Sweep& sweep, Language language = Language::en);

}  // namespace groundwork
