#pragma once

#include <string>

#include "sim/report/value/value_report.hpp"

namespace groundwork {

/// The options, which one to choose, what knowing everything would be worth, and what is most worth knowing, for a
/// terminal.
std::string value_text(const ValueReport& report, Language language = Language::en);

}  // namespace groundwork
