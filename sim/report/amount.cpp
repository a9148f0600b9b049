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

Display as_difference(Display display, Language language) {
  if (display.label == "%") display.label = Words{"%", "个百分点"}.in(language);
  return display;
}

std::string display_difference(double value, const Display& display, Language language) {
  return display_amount(value, as_difference(display, language), language);
}

std::string labelled(const std::string& what, const std::string& unit, Language language) {
  if (unit.empty()) return what;
  return Words{fmt::format("{} [{}]", what, unit), fmt::format("{}（{}）", what, unit)}.in(language);
}

}  // namespace groundwork
