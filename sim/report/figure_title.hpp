#pragma once

#include <string>

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// "tco (total)", "stations (CN-GD, 2025)"; "总拥有成本", "广东2025年在网基站"
std::string figure_title(const OutputTable& table, int cell, Language language = Language::en);

}  // namespace groundwork
