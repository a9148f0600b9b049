#pragma once

#include <string_view>

#include "sim/analysis/comparison/paired_difference.hpp"

namespace groundwork {

/// Which of two options dominates the other.
enum class Dominates {
  neither,   ///< Each is better somewhere.
  option,    ///< The option is nowhere worse and somewhere better.
  baseline,  ///< The reverse.
  same,      ///< No difference beyond Monte-Carlo error.
};
std::string_view name(Dominates dominates);

/// Stochastic dominance (Hadar and Russell 1969). First order: for every threshold the option is at least as likely to
/// be better than it, so whoever likes better values prefers it. Second order: its expected shortfall behind every
/// threshold is no larger, so whoever also dislikes risk prefers it.
struct Dominance {
  Dominates first_order = Dominates::same;
  Dominates second_order = Dominates::same;
};

/// Differences up to this many of their own standard errors count as none, threshold by threshold. The second is for
/// errors that are read from 16 randomisations: Student's t with 15 degrees of freedom passes it as rarely, once in 740
/// to one side, as a normal value passes the first.
inline constexpr double tolerated_errors = 3.0;
inline constexpr double tolerated_errors_randomised = 3.6;
/// Thresholds: quantiles of both options' values together, from the lowest to the highest.
inline constexpr int dominance_thresholds = 51;

/// Pairs with an undefined value are left out. `better` is not neither.
Dominance stochastic_dominance(PathValues baseline, PathValues option, Better better, Replication replication);

}  // namespace groundwork
