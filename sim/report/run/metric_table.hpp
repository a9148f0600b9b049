#pragma once

#include <string>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// Markdown: every metric with its unit, meaning, what is better, periods and kinds of scope.
std::string metric_table(const OutputTable& table);

}  // namespace groundwork
