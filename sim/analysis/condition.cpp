#include "sim/analysis/condition.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// The parts of "FIGURE OP NUMBER".
struct Parts {
  std::string_view figure, comparison, threshold;
};

std::optional<Parts> parts_of(std::string_view text) {
  const std::size_t begin = text.find_first_of("<>=!");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(text.find_first_not_of("<>=!", begin), text.size());
  return Parts{trimmed(text.substr(0, begin)), text.substr(begin, end - begin), trimmed(text.substr(end))};
}

std::optional<Relation> comparison_from(std::string_view text) {
  for (const Relation each : {Relation::above, Relation::at_least, Relation::below, Relation::at_most})
    if (symbol(each) == text) return each;
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// As TOML does: an underscore between two digits separates them.
bool parse_separated_number(std::string_view text, double& value) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool separates =
        text[i] == '_' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (!separates) digits += text[i];
  }
  return parse_number(digits, value);
}

std::optional<double> percentile_from(std::string_view text) {
  double percent = 0.0;
  if (!text.starts_with('p') || !parse_number(text.substr(1), percent) || percent < 0.0 || percent > 100.0)
    return std::nullopt;
  return percent;
}

/// Sets the threshold, or says what is wrong with it.
bool read_threshold(std::string_view text, const Metric& metric, Condition& condition, Diagnostics& diagnostics) {
  condition.percentile = percentile_from(text);
  if (condition.percentile) condition.threshold = not_known;
  if (condition.percentile || parse_separated_number(text, condition.threshold)) return true;
  const std::string unit = metric.unit == "1" ? "a pure number" : "in " + metric.unit;
  diagnostics.error(
      {}, fmt::format("condition '{}': '{}' is no number and no percentile", condition.text, text),
      text.ends_with('%')
          ? fmt::format("{} is {}: write 0.9 for 90 %, or p90 for its own 90 % quantile", metric.name, unit)
          : fmt::format("{} is {}: write a number such as 0.9, 1_000_000 or 2e9, or p90 for its own 90 % quantile",
                        metric.name, unit));
  return false;
}

}  // namespace

std::string_view symbol(Relation comparison) {
  switch (comparison) {
    case Relation::above:
      return ">";
    case Relation::at_least:
      return ">=";
    case Relation::below:
      return "<";
    case Relation::at_most:
      return "<=";
  }
  return "";
}

bool Condition::holds(double value) const {
  if (!std::isfinite(value)) return false;
  switch (comparison) {
    case Relation::above:
      return value > threshold;
    case Relation::at_least:
      return value >= threshold;
    case Relation::below:
      return value < threshold;
    case Relation::at_most:
      return value <= threshold;
  }
  return false;
}

void Condition::set_threshold(std::span<const double> values) {
  if (!percentile) return;
  const ExactColumn column(values);
  threshold = value_at(column, *percentile / 100.0 * static_cast<double>(column.count() - 1));
}

std::optional<Condition> parse_condition(std::string_view text, const OutputTable& table, Diagnostics& diagnostics) {
  const std::optional<Parts> parts = parts_of(text);
  const std::optional<Relation> comparison = parts ? comparison_from(parts->comparison) : std::nullopt;
  if (!comparison) {
    diagnostics.error({}, fmt::format("condition '{}' does not compare a figure with >, >=, < or <=", text),
                      "write it in quotes, such as \"tco > p90\" or \"population_covered:2025 < 0.9\"");
    return std::nullopt;
  }
  const std::optional<int> cell = find_figure(table, parts->figure, diagnostics);
  if (!cell) return std::nullopt;
  Condition condition{std::string(trimmed(text)), *cell, *comparison, 0.0, std::nullopt};
  const Metric& metric = table.block(table.at(*cell).block).metric;
  if (!read_threshold(parts->threshold, metric, condition, diagnostics)) return std::nullopt;
  return condition;
}

}  // namespace groundwork
