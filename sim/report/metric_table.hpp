#pragma once

#include <string>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// Markdown: every metric with its unit, meaning, periods and kinds of scope.
std::string metric_table(const OutputTable& table);

}  // namespace groundwork
