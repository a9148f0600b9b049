#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sim/analysis/optimisation/figure_statistic.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// A constraint: a statistic that must not fall short of, or pass, a bound.
struct Requirement {
  std::string text;  ///< As the user wrote it.
  FigureStatistic statistic;
  Relation comparison = Relation::at_least;
  double bound = 0.0;           ///< In the statistic's unit, or as a multiple of the baseline's statistic.
  bool is_of_baseline = false;  ///< The bound is such a multiple.

  /// Where the statistic is when it fails.
  BadSide bad_side() const;
  bool is_met(double value, double limit) const;
};

/// Reads "STATISTIC OP BOUND": a statistic as parse_statistic reads it, one of > >= < <=, and a number, "baseline" or
/// "NUMBER * baseline", such as "P(population_covered:2025 >= 0.9) >= 0.8". None if it is wrong; `diagnostics` says
/// why.
std::optional<Requirement> parse_requirement(std::string_view text, const OutputTable& table, Diagnostics& diagnostics);

/// A figure's values on the same paths under the levers and in the baseline.
struct SamePaths {
  std::span<const double> values, baseline;
  Replication replication = Replication::independent;
};

/// How a requirement stands on some paths.
struct RequirementStanding {
  double value = Summary::unknown;  ///< The statistic.
  double limit = Summary::unknown;  ///< What it is held against.
  double error = Summary::unknown;  ///< Standard error of value less limit.
  bool is_met = false;              ///< On these paths, without any margin.
};
RequirementStanding standing(const Requirement& requirement, const SamePaths& paths);

/// How far it is from holding by `margin` standard errors: 0 or less if it does. In standard deviations of the figure
/// in the baseline, for an optimiser to compare; beyond 10 of them it grows with the logarithm. Of a probability, which
/// moves in steps, the way to go of the path that decides: P(X >= c) >= p is the same as the ceil(p·n)-th largest of X
/// - c being zero or more (docs/optimise.md, "Chance constraints").
double shortfall(const Requirement& requirement, const SamePaths& paths, double margin);

}  // namespace groundwork
