#include "sim/engine/precision.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"
#include "sim/statistics/confidence.hpp"

namespace groundwork {

namespace {

constexpr int mean_statistic = -1;

std::string quantile_name(double probability) { return fmt::format("p{:02.0f}", 100.0 * probability); }

/// Index of "p95" and the like, or nothing.
std::optional<int> quantile_index(std::string_view name) {
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i)
    if (quantile_name(summary_probabilities[i]) == name) return static_cast<int>(i);
  return std::nullopt;
}

/// Takes "p95(" and ")" off `figure` and tells the quantile.
std::optional<int> take_statistic(std::string_view& figure, Diagnostics& diagnostics) {
  if (!figure.ends_with(')')) return mean_statistic;
  const std::size_t open = figure.find('(');
  const std::string_view name = figure.substr(0, open);
  const std::optional<int> index = name == "mean" ? mean_statistic : quantile_index(name);
  if (open == std::string_view::npos || !index) {
    std::vector<std::string> names{"mean"};
    for (const double probability : summary_probabilities) names.push_back(quantile_name(probability));
    diagnostics.error({}, fmt::format("'{}': '{}' is no statistic of a figure", figure, name),
                      fmt::format("there are {}", joined(names, ", ")));
    return std::nullopt;
  }
  figure = figure.substr(open + 1, figure.size() - open - 2);
  return index;
}

}  // namespace

std::optional<PrecisionTarget> parse_precision(std::string_view text, const OutputTable& table,
                                               Diagnostics& diagnostics) {
  const std::size_t equals = text.rfind('=');
  std::string_view figure = text.substr(0, equals);
  std::string_view wanted = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
  const bool is_relative = wanted.ends_with('%');
  if (is_relative) wanted.remove_suffix(1);
  double half_width = 0.0;
  if (!parse_number(wanted, half_width) || half_width <= 0.0) {
    diagnostics.error({}, fmt::format("precision '{}' does not say how near: a number above zero after '='", text),
                      "write 'tco=0.1%' for a tenth of a percent, or 'stations:2025=2000' in the unit of the figure");
    return std::nullopt;
  }
  const std::optional<int> statistic = take_statistic(figure, diagnostics);
  const std::optional<int> cell = statistic ? find_figure(table, figure, diagnostics) : std::nullopt;
  if (!cell) return std::nullopt;
  constexpr double per_percent = 0.01;
  return PrecisionTarget{std::string(text), *cell, *statistic, is_relative ? per_percent * half_width : half_width,
                         is_relative};
}

PrecisionReached measure_precision(const PrecisionTarget& target, const Summary& summary, Replication replication) {
  PrecisionReached reached{target, summary.mean, mean_half_width(summary, replication)};
  if (target.quantile != mean_statistic) {
    const auto i = static_cast<std::size_t>(target.quantile);
    reached.value = summary.quantile[i];
    reached.half_width = 0.5 * (summary.high[i] - summary.low[i]);
  }
  if (target.is_relative) reached.half_width /= std::fabs(reached.value);
  return reached;
}

std::int64_t next_look(std::int64_t done) {
  std::int64_t power = 1024;
  while (true) {
    if (power > done) return power;
    if (power / 2 * 3 > done) return power / 2 * 3;
    power *= 2;
  }
}

}  // namespace groundwork
