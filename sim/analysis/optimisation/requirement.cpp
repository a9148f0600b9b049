#include "sim/analysis/optimisation/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr double long_way = 10.0;  // standard deviations: from here on it grows with the logarithm only
constexpr double undefined = Summary::unknown;
constexpr double least_miss = 1e-9;  // what fails must look so, however little it lacks
constexpr double rounding = 1e-9;    // of a share times a number of paths

bool asks_for_more(Relation comparison) { return comparison == Relation::above || comparison == Relation::at_least; }

/// The last comparison outside brackets: where the bound begins.
std::size_t comparison_at(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (depth == 0 && (text[i] == '<' || text[i] == '>')) return i;
  }
  return std::string_view::npos;
}

/// Digits may be separated by underscores, as in TOML.
bool parse_bound_number(std::string_view text, double& value) {
  std::string digits(text);
  std::erase(digits, '_');
  return parse_number(digits, value);
}

/// "0.8", "baseline", "0.98 * baseline".
bool read_bound(std::string_view text, Requirement& requirement) {
  constexpr std::string_view baseline = "baseline";
  if (!text.ends_with(baseline)) return parse_bound_number(text, requirement.bound);
  requirement.is_of_baseline = true;
  requirement.bound = 1.0;
  const std::string_view factor = trimmed(text.substr(0, text.size() - baseline.size()));
  if (factor.empty()) return true;
  return factor.ends_with('*') && parse_bound_number(trimmed(factor.substr(0, factor.size() - 1)), requirement.bound);
}

/// Value less limit for each path, to first order.
std::vector<double> excess(const Requirement& requirement, const SamePaths& paths) {
  std::vector<double> own = influence(requirement.statistic, requirement.bad_side(), paths.values);
  if (!requirement.is_of_baseline) return own;
  const auto of_baseline = influence(requirement.statistic, requirement.bad_side(), paths.baseline);
  for (std::size_t path = 0; path < own.size(); ++path) own[path] -= requirement.bound * of_baseline[path];
  return own;
}

/// The figure's standard deviation in the baseline; if it is constant, the size of the limit.
double scale_of(const SamePaths& paths, double limit) {
  const double deviation = summarise(paths.baseline, paths.replication).standard_deviation;
  if (deviation > 0.0) return deviation;
  return std::fabs(limit) > 0.0 ? std::fabs(limit) : 1.0;
}

/// How far each path is from the condition: above zero (or zero, if equality will do) where it holds.
std::vector<double> distances(const Condition& condition, BadSide bad, std::span<const double> values) {
  const double sign = asks_for_more(condition.comparison) ? 1.0 : -1.0;
  const double without_value = bad == BadSide::high ? 1.0 : -1.0;
  std::vector<double> out;
  for (const double value : values)
    out.push_back(std::isfinite(value) ? sign * (value - condition.threshold)
                                       : without_value * std::numeric_limits<double>::max());
  return out;
}

/// The distance of the path that decides whether a share of at least (at most) `share` of the paths meet the condition.
double deciding_distance(const Requirement& requirement, const SamePaths& paths, double share) {
  std::vector<double> far = distances(requirement.statistic.condition, requirement.bad_side(), paths.values);
  const auto n = static_cast<double>(far.size());
  const double wanted = share * n;
  double rank = 0.0;  // counted from 1, of the largest
  switch (requirement.comparison) {
    case Relation::at_least:
      rank = std::ceil(wanted - rounding);
      break;
    case Relation::above:
    case Relation::at_most:
      rank = std::floor(wanted + rounding) + 1.0;
      break;
    case Relation::below:
      rank = std::ceil(wanted - rounding);
      break;
  }
  constexpr double surely = std::numeric_limits<double>::max();
  if (asks_for_more(requirement.comparison) && rank < 1.0) return surely;  // no path needs to
  if (!asks_for_more(requirement.comparison) && rank > n) return -surely;  // every path may
  const auto index = static_cast<std::ptrdiff_t>(std::clamp(rank, 1.0, n)) - 1;
  std::nth_element(far.begin(), far.begin() + index, far.end(), std::greater<>());
  return far[static_cast<std::size_t>(index)];
}

/// The share that is asked for, made stricter by the margin; it stays one that can be reached.
double stricter_share(const Requirement& requirement, const RequirementStanding& now, double margin,
                      std::size_t paths) {
  const double n = static_cast<double>(paths), limit = std::clamp(now.limit, 0.0, 1.0);
  const double error = requirement.is_of_baseline ? now.error : std::sqrt(limit * (1.0 - limit) / n);
  const double sign = asks_for_more(requirement.comparison) ? 1.0 : -1.0;
  return std::clamp(limit + sign * margin * error, 0.0, 1.0);
}

/// Positive where the requirement fails.
double raw_shortfall(const Requirement& requirement, const SamePaths& paths, const RequirementStanding& now,
                     double margin) {
  const double sign = asks_for_more(requirement.comparison) ? 1.0 : -1.0;
  if (requirement.statistic.kind != StatisticKind::probability)
    return (margin * now.error - sign * (now.value - now.limit)) / scale_of(paths, now.limit);
  const double share = stricter_share(requirement, now, margin, paths.values.size());
  return -sign * deciding_distance(requirement, paths, share) /
         scale_of(paths, requirement.statistic.condition.threshold);
}

/// As it is while it is near; beyond, so that one requirement does not drown the others, ever slower.
double tempered(double shortfall) {
  if (std::isnan(shortfall)) return long_way;
  const double size = std::fmin(std::fabs(shortfall), std::numeric_limits<double>::max());
  return std::copysign(size <= long_way ? size : long_way * (1.0 + std::log(size / long_way)), shortfall);
}

}  // namespace

BadSide Requirement::bad_side() const { return asks_for_more(comparison) ? BadSide::low : BadSide::high; }

bool Requirement::is_met(double value, double limit) const {
  switch (comparison) {
    case Relation::above:
      return value > limit;
    case Relation::at_least:
      return value >= limit;
    case Relation::below:
      return value < limit;
    case Relation::at_most:
      return value <= limit;
  }
  return false;
}

std::optional<Requirement> parse_requirement(std::string_view text, const OutputTable& table,
                                             Diagnostics& diagnostics) {
  Requirement requirement;
  requirement.text = trimmed(text);
  const std::size_t begin = comparison_at(text), end = std::min(text.find_first_not_of("<>=", begin), text.size());
  bool is_comparison = false;
  for (const Relation each : {Relation::above, Relation::at_least, Relation::below, Relation::at_most})
    if (begin != std::string_view::npos && text.substr(begin, end - begin) == symbol(each)) {
      requirement.comparison = each;
      is_comparison = true;
    }
  if (!is_comparison || !read_bound(trimmed(text.substr(end)), requirement)) {
    diagnostics.error({}, fmt::format("'{}' does not say what a statistic is held against", text),
                      "such as \"P(population_covered:2025 >= 0.9) >= 0.8\", \"mean(tco) <= baseline\" or \"p95(tco) "
                      "<= 0.98 * baseline\"");
    return std::nullopt;
  }
  const auto statistic = parse_statistic(text.substr(0, begin), table, diagnostics);
  if (!statistic) return std::nullopt;
  requirement.statistic = *statistic;
  const bool is_share = statistic->kind == StatisticKind::probability && !requirement.is_of_baseline;
  if (is_share && (requirement.bound < 0.0 || requirement.bound > 1.0)) {
    diagnostics.error({}, fmt::format("'{}': a probability is between 0 and 1", text), "write 0.8 for 80 %");
    return std::nullopt;
  }
  return requirement;
}

RequirementStanding standing(const Requirement& requirement, const SamePaths& paths) {
  RequirementStanding now;
  const BadSide bad = requirement.bad_side();
  now.value = statistic_value(requirement.statistic, bad, paths.values);
  now.limit = requirement.bound;
  if (requirement.is_of_baseline) now.limit *= statistic_value(requirement.statistic, bad, paths.baseline);
  now.error = summarise(excess(requirement, paths), paths.replication).standard_error;
  now.is_met = requirement.is_met(now.value, now.limit);
  return now;
}

double shortfall(const Requirement& requirement, const SamePaths& paths, double margin) {
  const RequirementStanding now = standing(requirement, paths);
  if (!std::isfinite(now.value) || !std::isfinite(now.limit)) return tempered(undefined);
  const double shortfall = tempered(raw_shortfall(requirement, paths, now, margin));
  return now.is_met ? shortfall : std::fmax(shortfall, least_miss);
}

}  // namespace groundwork
