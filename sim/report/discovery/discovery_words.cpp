#include "sim/report/discovery/discovery_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/display.hpp"
#include "sim/report/figure_title.hpp"

namespace groundwork {

namespace {

/// Four digits that count, thousands separated; with an exponent where that is shorter.
std::string short_number(double value) {
  constexpr int digits = 4;
  const double size = std::fabs(value);
  if (!(size >= 1e-4 && size < 1e12)) return fmt::format("{:.{}g}", value, digits);
  const int whole = static_cast<int>(std::floor(std::log10(size))) + 1;
  if (whole <= digits) return fmt::format("{:.{}g}", value, digits);
  const double step = std::pow(10.0, whole - digits);
  return grouped(static_cast<std::int64_t>(std::round(value / step) * step));
}

std::string whole_percent(double share, Language language) {
  const double value = 100.0 * share;
  const bool is_small = value > 0.0 && value < 10.0;
  return (is_small ? fmt::format("{:.2g}", value) : fmt::format("{:.0f}", value)).append(percent_sign(language));
}

/// "above 3 CNY", and how much of the distribution that is, for a limit on one side.
Words one_sided(const std::string& limit, const std::string& kept, bool is_upper, bool is_whole) {
  if (is_upper)
    return {fmt::format("{} {} (its lowest {})", is_whole ? "at most" : "below", limit, kept),
            fmt::format("{} {}（其分布最低的 {}）", is_whole ? "不高于" : "低于", limit, kept)};
  return {fmt::format("{} {} (its top {})", is_whole ? "at least" : "above", limit, kept),
          fmt::format("{} {}（其分布最高的 {}）", is_whole ? "不低于" : "高于", limit, kept)};
}

}  // namespace

std::string condition_in_words(const OutputTable& table, const Condition& condition, Language language) {
  const Display display = display_of(table.block(table.at(condition.cell).block).metric, language);
  const std::string threshold = condition.percentile ? display_value(condition.threshold, display, language)
                                                     : number_text(condition.threshold / display.divisor);
  const Words title{figure_title(table, condition.cell), chinese_title(table, condition.cell)};
  const std::string words = fmt::format("{} {} {}", title.in(language), symbol(condition.comparison),
                                        with_unit(threshold, display.label, language));
  if (!condition.percentile) return words;
  return words +
         Words{fmt::format(" (its p{})", *condition.percentile), fmt::format("（其 P{}）", *condition.percentile)}.in(
             language);
}

std::string conditions_in_words(const OutputTable& table, const std::vector<Condition>& conditions, Language language) {
  std::vector<std::string> words;
  for (const Condition& condition : conditions) words.push_back(condition_in_words(table, condition, language));
  return joined(words, Words{" and ", " 且 "}.in(language));
}

std::string limits_in_words(const Variable& variable, const FoundRestriction& restriction, Language language) {
  const Restriction& limits = restriction.limits;
  const std::string unit = variable.unit == "1" ? "" : " " + variable.unit;
  const bool is_whole = restriction.has_whole_values;
  const std::string low = short_number(limits.low), high = short_number(limits.high) + unit;
  const auto percent = [&](double share) { return whole_percent(share, language); };
  const std::string kept = percent(restriction.share.kept());
  if (!std::isfinite(limits.high)) return one_sided(low + unit, kept, false, is_whole).in(language);
  if (!std::isfinite(limits.low)) return one_sided(high, kept, true, is_whole).in(language);
  if (limits.low == limits.high)
    return Words{fmt::format("{} exactly ({} of its distribution)", high, kept),
                 fmt::format("恰为 {}（占其分布的 {}）", high, kept)}
        .in(language);
  const std::string below = percent(restriction.share.below), above = percent(restriction.share.above);
  return Words{fmt::format("{} {} {} {} ({} of its distribution: the lowest {} and the top {} left out)",
                           is_whole ? "from" : "between", low, is_whole ? "to" : "and", high, kept, below, above),
               fmt::format("{} 至 {}（占其分布的 {}，不含最低的 {} 和最高的 {}）", low, high, kept, below, above)}
      .in(language);
}

std::string percent_of_futures(double share, Language language) {
  if (!std::isfinite(share)) return Words{"unknown", "未知"}.in(language);
  const double value = 100.0 * share, rest = std::min(value, 100.0 - value);
  return fmt::format("{:.{}f}{}", value, rest > 0.0 && rest < 1.0 ? 2 : 1, percent_sign(language));
}

std::string futures_with_error(const Estimate& share, Language language) {
  const auto percent = [&](double value) { return percent_of_futures(value, language); };
  const std::string value = percent(share.value);
  if (!std::isfinite(share.standard_error)) return value;
  const double error = 100.0 * share.standard_error;
  const std::string width = fmt::format("{:.{}f}", error, error < 0.1 ? 2 : 1);
  if (error > 0.0) return Words{value + " +- " + width, value + " ± " + width + "%"}.in(language);
  const std::string low = percent(share.low), high = percent(share.high);
  return Words{fmt::format("{} (95 % interval {} to {})", value, low, high),
               fmt::format("{}（95% 置信区间 {} 至 {}）", value, low, high)}
      .in(language);
}

std::string outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::no_value:
      return "no value";
    case Outcome::never:
      return "never";
    case Outcome::always:
      return "always";
    case Outcome::too_rare:
      return "too rare";
    case Outcome::no_box:
      return "no box";
    case Outcome::found:
      return "found";
  }
  return "";
}

}  // namespace groundwork
