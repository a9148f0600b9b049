#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/condition.hpp"
#include "sim/base/diagnostics.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

enum class StatisticKind {
  mean,
  quantile,     ///< Hyndman and Fan 1996, type 7.
  tail,         ///< Mean of the values beyond a quantile, on the bad side.
  probability,  ///< Share of the paths on which a condition holds.
};

/// One number that is made of a figure's values on all paths.
struct FigureStatistic {
  std::string text;  ///< As the user wrote it.
  StatisticKind kind = StatisticKind::mean;
  int cell = 0;        ///< Of the output table.
  double level = 0.0;  ///< Of a quantile or tail, 0 … 1: a tail of level 0.95 has the worst 5 % of the paths.
  Condition condition = {};
};

/// Reads "mean(F)", "p95(F)", "tail95(F)" or "P(F >= NUMBER)", where F is a figure as find_figure reads it. None if it
/// is wrong; `diagnostics` says why.
std::optional<FigureStatistic> parse_statistic(std::string_view text, const OutputTable& table,
                                               Diagnostics& diagnostics);

/// On which side a planner would rather not be. It decides which tail counts, and that a path on which the figure has
/// no value counts against a probability.
enum class BadSide { low, high };

/// A number for each path whose mean over the defined paths is the statistic, and the standard error of that mean the
/// statistic's: what each path contributes, to first order (its influence; Hampel 1974). A difference of two such
/// columns, path by path, so gives a paired difference of statistics, with its error. Of a mean the values themselves;
/// of a probability one or zero; of a tail q + max(x - q, 0)/(1 - level) (Rockafellar and Uryasev 2000); of a quantile
/// q + (level - [x <= q])/density, with the density from the ranks of q's confidence interval (Woodruff 1952).
std::vector<double> influence(const FigureStatistic& statistic, BadSide bad, std::span<const double> values);

/// The statistic itself; NaN if no path is defined.
double statistic_value(const FigureStatistic& statistic, BadSide bad, std::span<const double> values);

}  // namespace groundwork
