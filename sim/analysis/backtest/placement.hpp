#pragma once

#include <span>
#include <string_view>

#include "sim/scenario/backtest/published_value.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Where a published figure lies against the simulated range from P5 to P95.
enum class Verdict {
  inside,
  below,      ///< The published figure is lower than P5.
  above,      ///< It is higher than P95.
  constant,   ///< Every path gives the same value: there is no distribution to lie in.
  undefined,  ///< No path gives a number.
};

/// "inside", …
std::string_view name(Verdict verdict);

/// A published figure in the simulated distribution. Shares are 0 … 1, of the paths that give a number.
struct Placement {
  Summary simulated;                      ///< In the unit of the figure.
  double percentile = Summary::unknown;   ///< Share of paths below the figure, and half of those equal to it.
  double bound_holds = Summary::unknown;  ///< Share of paths on which a bound holds; NaN without one.
  double error = Summary::unknown;        ///< Monte-Carlo standard error of either; never 0.
  Verdict verdict = Verdict::undefined;
};

/// Places a figure among `values`, one a path in path order. A bound is outside if fewer than 5 % of the paths keep it:
/// then all values that it allows lie beyond P95 (or P5).
Placement place(const PublishedValue& published, std::span<const double> values, Replication replication);

}  // namespace groundwork
