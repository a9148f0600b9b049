#pragma once

#include <string_view>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// Standard errors of a difference up to which two means are not told apart: as in a comparison, by the sampler.
double told_apart_errors(const Sweep& sweep);

/// Where a point is with regard to the Pareto front.
enum class FrontStanding {
  front,      ///< No other point is at least as good in all figures and better in one.
  near,       ///< Some is, but none by more than their Monte-Carlo errors: it cannot be told from the front.
  dominated,  ///< Some is, clearly.
  left_out,   ///< It lacks one of the figures.
};
/// "front", "near", "dominated", "left out"
std::string_view name(FrontStanding standing);

/// Of each point, by the means of the figures that take part. Two points with equal means are both in the front.
///
/// A point is clearly dominated if some other is at least as good in all figures and in one better by more than
/// told_apart_errors times sqrt(se1² + se2²). Points share their random numbers, so their difference is mostly known
/// better than that: the test errs towards `near`.
std::vector<FrontStanding> pareto_standings(const Sweep& sweep);

/// Whether any figure takes part.
bool has_pareto(const SweepHead& head);

}  // namespace groundwork
