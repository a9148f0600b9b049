#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// Means of the figures `figures` at each level of each factor, over all other factors, and which factor moves each
/// figure most. Empty for a single factor, of which the points say the same, and where there are no effects.
std::string effects_text(const Sweep& sweep, const std::vector<std::size_t>& figures, Language language);

}  // namespace groundwork
