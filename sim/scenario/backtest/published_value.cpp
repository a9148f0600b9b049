#include "sim/scenario/backtest/published_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

/// Takes the sign of a bound from the start of `text`.
Bound take_bound(std::string_view& text) {
  constexpr std::array<std::pair<std::string_view, Bound>, 4> signs{
      {{">=", Bound::at_least}, {"<=", Bound::at_most}, {">", Bound::above}, {"<", Bound::below}}};
  const auto found = std::ranges::find_if(signs, [&](const auto& sign) { return text.starts_with(sign.first); });
  if (found == signs.end()) return Bound::none;
  text.remove_prefix(found->first.size());
  return found->second;
}

/// One unit of the last digit that is not zero: 1000 for "718000", 0.1 for "50.1". 0 for zero.
double last_step(std::string_view digits) {
  const std::size_t last = digits.find_last_of("123456789");
  if (last == std::string_view::npos) return 0.0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const auto places = static_cast<double>(point) - static_cast<double>(last);
  return std::pow(10.0, last < point ? places - 1.0 : places);
}

struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

Interval possible(const PublishedValue& published) {
  const double rounding = published.half_step * (1.0 + 1e-9);  // conversion of units may cost the last bits
  if (published.bound == Bound::none) return {published.value - rounding, published.value + rounding};
  const bool is_lower = published.bound == Bound::above || published.bound == Bound::at_least;
  return is_lower ? Interval{.low = published.value} : Interval{.high = published.value};
}

}  // namespace

std::optional<PublishedValue> parse_published(std::string_view text) {
  PublishedValue published;
  published.bound = take_bound(text);
  if (published.bound == Bound::none && text.starts_with('~')) text.remove_prefix(1);
  const bool is_plain = text.find_first_not_of("-0123456789.") == std::string_view::npos;
  if (!is_plain || !parse_number(text, published.value)) return std::nullopt;
  if (published.bound == Bound::none) published.half_step = 0.5 * last_step(text);
  return published;
}

PublishedValue scaled(const PublishedValue& published, double factor) {
  return {published.value * factor, published.bound, published.half_step * factor};
}

bool can_agree(const PublishedValue& a, const PublishedValue& b) {
  const Interval of_a = possible(a), of_b = possible(b);
  return of_a.low <= of_b.high && of_b.low <= of_a.high;
}

}  // namespace groundwork
