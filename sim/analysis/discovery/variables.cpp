#include "sim/analysis/discovery/variables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/analysis/sensitivity/factors.hpp"

namespace groundwork {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Variable variable_at(const Study& study, int column) {
  if (column < study.draws.first_column()) {
    const Declaration& input = study.scenario.inputs[static_cast<std::size_t>(column)].declaration;
    return {column, input.key, input.unit, input.meaning};
  }
  const Draw& draw = study.draws.draws()[static_cast<std::size_t>(column - study.draws.first_column())];
  const bool has_label = draw.stream.ends_with(']');
  const Words meaning = draw.kind == DrawKind::uniform
                            ? Words{"drawn by the model, uniform", "由模型抽取，均匀分布"}
                            : Words{"drawn by the model, standard normal", "由模型抽取，标准正态分布"};
  return {column, has_label ? draw.stream : fmt::format("{}[{}]", draw.stream, draw.index), "1", meaning};
}

/// P(X <= x)
double share_up_to(const Study& study, int column, double x) {
  if (column < study.draws.first_column())
    return study.scenario.inputs[static_cast<std::size_t>(column)].distribution.cdf(x);
  const Draw& draw = study.draws.draws()[static_cast<std::size_t>(column - study.draws.first_column())];
  if (draw.kind == DrawKind::uniform) return std::clamp(x, 0.0, 1.0);
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

/// P(X < x)
double share_below(const Study& study, int column, double x) {
  return share_up_to(study, column, std::nextafter(x, -infinity));
}

}  // namespace

std::vector<Variable> find_variables(const Study& study, const std::vector<std::string>& prefixes,
                                     Diagnostics& diagnostics) {
  const std::vector<Factor> singles = single_factors(study);
  std::vector<int> columns;
  for (const Factor& factor : prefixes.empty() ? singles : factors_below(singles, prefixes, diagnostics))
    columns.insert(columns.end(), factor.columns.begin(), factor.columns.end());
  std::ranges::sort(columns);
  std::vector<Variable> variables;
  for (const int column : columns) variables.push_back(variable_at(study, column));
  return variables;
}

KeptShare kept_share(const Study& study, const Variable& variable, const Restriction& restriction) {
  KeptShare share;
  if (restriction.low > -infinity) share.below = share_below(study, variable.column, restriction.low);
  if (restriction.high < infinity) share.above = 1.0 - share_up_to(study, variable.column, restriction.high);
  return share;
}

bool has_whole_values(const Study& study, const Variable& variable, const Restriction& restriction) {
  constexpr double least = 1e-9;  // of probability; rounding of a continuous distribution is far below
  return std::ranges::any_of(std::vector<double>{restriction.low, restriction.high}, [&](double limit) {
    return std::isfinite(limit) &&
           share_up_to(study, variable.column, limit) - share_below(study, variable.column, limit) > least;
  });
}

}  // namespace groundwork
