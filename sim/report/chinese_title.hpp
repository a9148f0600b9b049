#pragma once

#include <string>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// What planners call a figure in Chinese: "总拥有成本", "广东2025年在网基站", "CT+CU 2025年在网基站",
/// "新建基站（合计）". The place is empty for the country; the period is a year, "total", or empty if it goes without
/// saying.
std::string chinese_title(const Metric& metric, const std::string& place, const std::string& period);

/// That of a cell.
std::string chinese_title(const OutputTable& table, int cell);

}  // namespace groundwork
