#pragma once

#include <cstdint>
#include <span>

#include "sim/contract/outputs.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Values of one figure on every path, in path order; what is not finite is undefined there.
using PathValues = std::span<const double>;

/// How an option's figure differs from the baseline's on the same paths: with common random numbers, what both have by
/// chance cancels (Law, Simulation Modeling and Analysis, 5th ed., 11.2).
struct PairedDifference {
  Summary difference;        ///< Option less baseline, in the figure's unit; undefined where either is.
  bool is_constant = false;  ///< The same on every path.
  Summary better;            ///< 1 where the option is better, 0 where not: its mean is P(better). Empty for "neither".
  double equal_share = Summary::unknown;  ///< Share of the pairs without a difference, 0 … 1.
  /// Variance that the mean difference would have, were the options drawn independently, over the variance that it has:
  /// how many times as many paths that would take. NaN if the difference is constant.
  double pairing_gain = Summary::unknown;
};

/// Option less baseline; 0 if that is no more than rounding leaves, 10^-12 of the larger.
double difference_beyond_rounding(double option, double baseline);

/// Both have a value for each path.
PairedDifference paired_difference(PathValues baseline, PathValues option, Better better, Replication replication);

}  // namespace groundwork
