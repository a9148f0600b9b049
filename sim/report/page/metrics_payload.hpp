#pragma once

#include "sim/engine/results.hpp"
#include "sim/report/json.hpp"

namespace groundwork {

/// The metrics with their distributions. Each statistic is one array over the metric's cells: all scopes of the first
/// period, then of the next. The country also has the confidence intervals of P5, P50 and P95.
Json metrics_payload(const Results& results);

/// Scopes of results, in the order of the table, which metrics_payload counts by.
Json scopes_payload(const OutputTable& table);

}  // namespace groundwork
