#pragma once

#include <vector>

#include "sim/report/json.hpp"
#include "sim/report/saved/saved_analysis.hpp"

namespace groundwork {

/// What each analysis says, with the name of its folder; numbers to seven digits, and not what is said again and again.
Json analyses_payload(const std::vector<SavedAnalysis>& analyses);

}  // namespace groundwork
