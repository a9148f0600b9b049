#include "sim/report/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace groundwork {

namespace {

constexpr std::array units{
    DisplayUnit{"CNY", 1e9, "CNY bn", 1},
    DisplayUnit{"share", 0.01, "%", 1},
    DisplayUnit{"1/year", 0.01, "%/year", 1},
    DisplayUnit{"kWh", 1e9, "TWh", 1},
    DisplayUnit{"kg", 1e9, "Mt", 1},
    DisplayUnit{"PB", 1e3, "EB", 2},
    DisplayUnit{"stations", 1e3, "thousand", 0},
    DisplayUnit{"racks", 1e3, "thousand", 0},
    DisplayUnit{"users", 1e6, "million", 1},
    DisplayUnit{"year", 1.0, "year", 0},
    DisplayUnit{"1", 1.0, "", 2},
};

/// Puts a comma between every three digits before the decimal point.
std::string with_commas(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > first && i < point && (point - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

}  // namespace

DisplayUnit display_unit(std::string_view unit) {
  const auto found = std::ranges::find(units, unit, &DisplayUnit::unit);
  return found == units.end() ? DisplayUnit{unit, 1.0, unit, 3} : *found;
}

std::string display_value(double value, const DisplayUnit& unit) {
  if (!std::isfinite(value)) return "none";
  const std::string text = fmt::format("{:.{}f}", value / unit.divisor, unit.decimals);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  return unit.unit == "year" ? text : with_commas(is_zero && text.starts_with('-') ? text.substr(1) : text);
}

std::string grouped(std::int64_t number) { return with_commas(std::to_string(number)); }

}  // namespace groundwork
