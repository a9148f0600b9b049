#include "sim/report/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace groundwork {

namespace {

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

Display display_of(const Metric& metric, Language language) {
  const Display& display = metric.display.in(language);
  const bool is_set = !display.label.empty() || metric.unit == "1";
  return is_set ? display : Display{1.0, metric.unit};
}

std::string display_value(double value, const Display& display, Language language) {
  constexpr double longest = 1e12;
  if (!std::isfinite(value)) return Words{"none", "无"}.in(language);
  const double shown = value / display.divisor;
  if (std::fabs(shown) >= longest) return fmt::format("{:.3g}", shown);
  const bool is_coarse = display.decimals == 0 && display.groups_digits && std::fabs(shown) < 100.0;
  const std::string text = fmt::format("{:.{}f}", shown, is_coarse ? 1 : display.decimals);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  const std::string without_sign = is_zero && text.starts_with('-') ? text.substr(1) : text;
  return display.groups_digits ? with_commas(without_sign) : without_sign;
}

std::string_view percent_sign(Language language) { return language == Language::zh ? "%" : " %"; }

std::string grouped(std::int64_t number) { return with_commas(std::to_string(number)); }

}  // namespace groundwork
