#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// How a metric is shown to readers of a language: as its model says, else in its own unit.
Display display_of(const Metric& metric, Language language = Language::en);

/// The value as it is displayed, with thousands separated; "none" or "无" for what is not finite. Numbers too long for
/// a table are written with an exponent, those below 100 with one decimal at least.
std::string display_value(double value, const Display& display, Language language = Language::en);

/// What stands behind a number of hundredths: " %", in Chinese "%".
std::string_view percent_sign(Language language);

/// 1234567 -> "1,234,567"
std::string grouped(std::int64_t number);

}  // namespace groundwork
