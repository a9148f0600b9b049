#include "sim/analysis/optimisation/figure_statistic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"
#include "sim/statistics/confidence.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr double undefined = Summary::unknown;

/// The number behind "p" or "tail" as a share, if it is one above 0 and below 100.
std::optional<double> level_behind(std::string_view word, std::string_view name) {
  double percent = 0.0;
  if (!name.starts_with(word) || !parse_number(name.substr(word.size()), percent)) return std::nullopt;
  if (percent <= 0.0 || percent >= 100.0) return std::nullopt;
  return percent / 100.0;
}

bool set_kind(std::string_view name, FigureStatistic& statistic) {
  if (name == "mean") return true;
  for (const auto& [word, kind] :
       {std::pair<std::string_view, StatisticKind>{"p", StatisticKind::quantile}, {"tail", StatisticKind::tail}}) {
    const std::optional<double> level = level_behind(word, name);
    if (level) statistic.kind = kind;
    if (level) statistic.level = *level;
    if (level) return true;
  }
  return false;
}

std::optional<FigureStatistic> probability_of(std::string_view inside, FigureStatistic statistic,
                                              const OutputTable& table, Diagnostics& diagnostics) {
  const std::optional<Condition> condition = parse_condition(inside, table, diagnostics);
  if (condition && condition->percentile)
    diagnostics.error({}, fmt::format("'{}': a percentile of the figure moves with the levers", statistic.text),
                      "compare with a number");
  if (!condition || condition->percentile) return std::nullopt;
  statistic.kind = StatisticKind::probability;
  statistic.condition = *condition;
  statistic.cell = condition->cell;
  return statistic;
}

double mean_of(std::span<const double> values) {
  double sum = 0.0, count = 0.0;
  for (const double value : values)
    if (std::isfinite(value)) sum += value;
  for (const double value : values) count += std::isfinite(value) ? 1.0 : 0.0;
  return sum / count;  // not-a-number if there are none
}

/// One or zero; a path without a value is where the planner would rather not have it.
std::vector<double> indicator(const Condition& condition, BadSide bad, std::span<const double> values) {
  std::vector<double> out;
  for (const double value : values)
    out.push_back(std::isfinite(value) ? (condition.holds(value) ? 1.0 : 0.0) : (bad == BadSide::high ? 1.0 : 0.0));
  return out;
}

std::vector<double> tail_influence(double level, BadSide bad, std::span<const double> values) {
  const double sign = bad == BadSide::high ? 1.0 : -1.0;
  std::vector<double> losses;
  for (const double value : values) losses.push_back(sign * value);
  const ExactColumn column(losses);
  if (column.count() == 0) return losses;
  const double share = 1.0 - level;
  const auto count = static_cast<double>(column.count());
  const auto rank = static_cast<std::int64_t>(std::ceil(level * count - 1e-9)) - 1;
  const double q = column.at(std::clamp<std::int64_t>(rank, 0, column.count() - 1));
  for (double& loss : losses) loss = std::isfinite(loss) ? sign * (q + std::fmax(loss - q, 0.0) / share) : undefined;
  return losses;
}

std::vector<double> quantile_influence(double level, std::span<const double> values) {
  const ExactColumn column(values);
  std::vector<double> out(values.size(), undefined);
  if (column.count() == 0) return out;
  const auto last = static_cast<double>(column.count() - 1);
  const double q = value_at(column, level * last);
  const RankInterval interval = order_statistic_interval(column.count(), level);
  const double low = std::fmax(interval.low, 0.0), high = std::fmin(interval.high, last);
  const double width = value_at(column, high) - value_at(column, low);
  const double per_rank = high > low ? width * last / (high - low) : 0.0;  // one over the density
  double below = 0.0;
  for (const double value : column.sorted()) below += value <= q ? 1.0 : 0.0;
  below /= static_cast<double>(column.count());
  for (std::size_t path = 0; path < values.size(); ++path)
    if (std::isfinite(values[path])) out[path] = q + (below - (values[path] <= q ? 1.0 : 0.0)) * per_rank;
  return out;
}

}  // namespace

std::optional<FigureStatistic> parse_statistic(std::string_view text, const OutputTable& table,
                                               Diagnostics& diagnostics) {
  text = trimmed(text);
  FigureStatistic statistic;
  statistic.text = text;
  const std::size_t open = text.find('(');
  const bool is_call = open != std::string_view::npos && text.ends_with(')');
  const std::string_view name = trimmed(text.substr(0, open));
  const std::string_view inside = is_call ? trimmed(text.substr(open + 1, text.size() - open - 2)) : std::string_view();
  if (is_call && name == "P") return probability_of(inside, std::move(statistic), table, diagnostics);
  if (!is_call || !set_kind(name, statistic)) {
    diagnostics.error({}, fmt::format("'{}' is no statistic of a figure", text),
                      "write mean(tco), p95(tco), tail95(tco) for the mean of the worst 5 %, or P(tco <= 9e12)");
    return std::nullopt;
  }
  const std::optional<int> cell = find_figure(table, inside, diagnostics);
  if (!cell) return std::nullopt;
  statistic.cell = *cell;
  return statistic;
}

std::vector<double> influence(const FigureStatistic& statistic, BadSide bad, std::span<const double> values) {
  switch (statistic.kind) {
    case StatisticKind::mean:
      return {values.begin(), values.end()};
    case StatisticKind::quantile:
      return quantile_influence(statistic.level, values);
    case StatisticKind::tail:
      return tail_influence(statistic.level, bad, values);
    case StatisticKind::probability:
      return indicator(statistic.condition, bad, values);
  }
  return {};
}

double statistic_value(const FigureStatistic& statistic, BadSide bad, std::span<const double> values) {
  if (statistic.kind == StatisticKind::quantile) {
    const ExactColumn column(values);
    return value_at(column, statistic.level * static_cast<double>(column.count() - 1));
  }
  return mean_of(influence(statistic, bad, values));
}

}  // namespace groundwork
