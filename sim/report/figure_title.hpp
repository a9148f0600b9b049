#pragma once

#include <string>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// "tco (total)", "stations (CN-GD, 2025)"
std::string figure_title(const OutputTable& table, int cell);

}  // namespace groundwork
