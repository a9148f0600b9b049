#pragma once

#include <string>

#include "sim/engine/results.hpp"

namespace groundwork {

/// All results, a line a cell: metric, unit, scope, period, then every statistic to full precision. Probabilities of
/// quantiles are in the names (p05); p05_low and p05_high are the ends of the 95 % confidence interval of that
/// quantile. Not-a-number is an empty field.
std::string results_csv(const Results& results);
/// Its first line.
std::string results_header();

/// The headline figures' distributions to be drawn: quantiles at 0, 1/200, … 1, a line each.
std::string distributions_csv(const Results& results);
/// Its first line.
std::string distributions_header();

/// The kept columns: path, then a column for each headline cell, named metric:scope:period.
std::string paths_csv(const Results& results);

}  // namespace groundwork
