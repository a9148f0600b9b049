#pragma once

#include <string>

#include "sim/engine/results.hpp"

namespace groundwork {

/// All results, a line a cell: metric, unit, scope, period, then every statistic to full precision. Probabilities of
/// quantiles are in the names (p05); p05_low and p05_high are the ends of the 95 % confidence interval of that
/// quantile. Not-a-number is an empty field.
std::string results_csv(const Results& results);

/// The kept columns: path, then a column for each headline cell, named metric:scope:period.
std::string paths_csv(const Results& results);

}  // namespace groundwork
