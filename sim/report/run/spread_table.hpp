#pragma once

#include <string>

#include "sim/engine/results.hpp"
#include "sim/report/run/console_style.hpp"

namespace groundwork {

/// The last period of every metric of the country, with its spread; with bars if the style has them and there is room.
std::string spread_table(const Results& results, const ConsoleStyle& style);

}  // namespace groundwork
