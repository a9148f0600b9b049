#pragma once

#include <string>

#include "sim/engine/results.hpp"
#include "sim/report/run/console_style.hpp"

namespace groundwork {

/// What a planner reads on a terminal: the country's figures with their spread, medians year by year, and medians by
/// region, network, sector and cost item.
std::string console_table(const Scenario& scenario, const Results& results, const ConsoleStyle& style = {});

}  // namespace groundwork
