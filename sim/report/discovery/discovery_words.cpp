#include "sim/report/discovery/discovery_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/figure_title.hpp"

namespace groundwork {

namespace {

std::string condition_in_words(const OutputTable& table, const Condition& condition) {
  const Display display = display_of(table.block(table.at(condition.cell).block).metric);
  std::string words = fmt::format("{} {} {}", figure_title(table, condition.cell), symbol(condition.comparison),
                                  number_text(condition.threshold / display.divisor));
  if (condition.percentile)
    words = fmt::format("{} {} {}", figure_title(table, condition.cell), symbol(condition.comparison),
                        display_value(condition.threshold, display));
  if (!display.label.empty()) words += " " + display.label;
  if (condition.percentile) words += fmt::format(" (its p{})", *condition.percentile);
  return words;
}

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

std::string whole_percent(double share) {
  const double value = 100.0 * share;
  return value > 0.0 && value < 10.0 ? fmt::format("{:.2g} %", value) : fmt::format("{:.0f} %", value);
}

}  // namespace

std::string conditions_in_words(const OutputTable& table, const std::vector<Condition>& conditions) {
  std::vector<std::string> words;
  for (const Condition& condition : conditions) words.push_back(condition_in_words(table, condition));
  return joined(words, " and ");
}

std::string limits_in_words(const Variable& variable, const FoundRestriction& restriction) {
  const Restriction& limits = restriction.limits;
  const std::string unit = variable.unit == "1" ? "" : " " + variable.unit;
  const bool is_whole = restriction.has_whole_values;
  const std::string low = short_number(limits.low), high = short_number(limits.high);
  const std::string kept = whole_percent(restriction.share.kept());
  if (!std::isfinite(limits.high))
    return fmt::format("{} {}{} (its top {})", is_whole ? "at least" : "above", low, unit, kept);
  if (!std::isfinite(limits.low))
    return fmt::format("{} {}{} (its lowest {})", is_whole ? "at most" : "below", high, unit, kept);
  if (limits.low == limits.high) return fmt::format("{}{} exactly ({} of its distribution)", low, unit, kept);
  return fmt::format("{} {} {} {}{} ({} of its distribution: the lowest {} and the top {} left out)",
                     is_whole ? "from" : "between", low, is_whole ? "to" : "and", high, unit, kept,
                     whole_percent(restriction.share.below), whole_percent(restriction.share.above));
}

std::string percent_of_futures(double share) {
  if (!std::isfinite(share)) return "unknown";
  const double value = 100.0 * share, rest = std::min(value, 100.0 - value);
  return fmt::format("{:.{}f} %", value, rest > 0.0 && rest < 1.0 ? 2 : 1);
}

std::string futures_with_error(const Estimate& share) {
  if (!std::isfinite(share.standard_error)) return percent_of_futures(share.value);
  const double error = 100.0 * share.standard_error;
  if (error > 0.0) return fmt::format("{} +- {:.{}f}", percent_of_futures(share.value), error, error < 0.1 ? 2 : 1);
  return fmt::format("{} (95 % interval {} to {})", percent_of_futures(share.value), percent_of_futures(share.low),
                     percent_of_futures(share.high));
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
