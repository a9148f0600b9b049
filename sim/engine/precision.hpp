#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/outputs.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// How exactly a figure is to be known: half the width of its 95 % confidence interval.
struct PrecisionTarget {
  std::string text;         ///< As the user wrote it.
  int cell = 0;             ///< Of the output table.
  int quantile = -1;        ///< Index into summary_probabilities; -1 is the mean.
  double half_width = 0.0;  ///< Wanted, as a share of the figure's size, or in its unit; > 0.
  bool is_relative = true;
};

/// Reads "tco=0.1%", "stations:2025=2000" or "p95(rollout_capex:total)=0.5%": a figure as find_figure reads it, its
/// mean or a quantile that results state, and what is wanted. None if it is wrong; `diagnostics` says why.
std::optional<PrecisionTarget> parse_precision(std::string_view text, const OutputTable& table,
                                               Diagnostics& diagnostics);

/// How exactly a figure is known.
struct PrecisionReached {
  PrecisionTarget target;
  double value = Summary::unknown;
  double half_width = Summary::unknown;  ///< In the target's terms: a share, or in the unit of the figure.

  /// Not if the half-width is not a number, as that of a share of zero.
  bool is_met() const { return half_width <= target.half_width; }
};

PrecisionReached measure_precision(const PrecisionTarget& target, const Summary& summary, Replication replication);

/// Targets are looked at when this many paths are done, the next after `done`: 1,024, 1,536, 2,048, 3,072, … Fixed, so
/// that where a run ends does not depend on threads or time.
std::int64_t next_look(std::int64_t done);

}  // namespace groundwork
