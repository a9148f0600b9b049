#pragma once

#include <string>

#include "sim/analysis/discovery/discovery.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// What a planner reads on the terminal: how often it happens, in which corners, and the trade-off along the peeling
/// trajectory of the first.
std::string discovery_text(const Study& study, const Discovery& discovery, Language language = Language::en);

}  // namespace groundwork
