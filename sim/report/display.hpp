#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace groundwork {

/// How a unit is shown to readers: values are divided by `divisor` and written in `label` with `decimals`.
struct DisplayUnit {
  std::string_view unit;
  double divisor = 1.0;
  std::string_view label;
  int decimals = 3;
};

/// CNY in billions, shares in percent, kWh in TWh, …; a unit that is not known is shown as it is.
DisplayUnit display_unit(std::string_view unit);

/// The value in the display unit, with thousands separated; "none" for not-a-number.
std::string display_value(double value, const DisplayUnit& unit);

/// 1234567 -> "1,234,567"
std::string grouped(std::int64_t number);

}  // namespace groundwork
