#include "sim/report/amount.hpp"

#include <fmt/format.h>

#include "sim/report/display.hpp"

namespace groundwork {

std::string with_unit(const std::string& number, const std::string& unit, Language language) {
  const bool is_joined = unit.empty() || (language == Language::zh && unit == "%");
  return number + (is_joined ? "" : " ") + unit;
}

std::string display_amount(double value, const Display& display, Language language) {
  return with_unit(display_value(value, display, language), display.label, language);
}

std::string display_difference(double value, const Display& display, Language language) {
  Display difference = display;
  if (display.label == "%") difference.label = Words{"%", "个百分点"}.in(language);
  return display_amount(value, difference, language);
}

std::string labelled(const std::string& what, const std::string& unit, Language language) {
  if (unit.empty()) return what;
  return Words{fmt::format("{} [{}]", what, unit), fmt::format("{}（{}）", what, unit)}.in(language);
}

}  // namespace groundwork
