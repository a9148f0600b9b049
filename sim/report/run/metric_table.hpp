#pragma once

#include <string>

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// Markdown: every metric with its unit, meaning, what is better, periods and kinds of scope. In Chinese also with its
/// title, and the unit that it is shown in.
std::string metric_table(const OutputTable& table, Language language);

}  // namespace groundwork
