#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/comparison/paired_difference.hpp"
#include "sim/analysis/estimate.hpp"
#include "sim/analysis/optimisation/plan_evaluator.hpp"

namespace groundwork {

/// A plan on draws that were not used to find it.
struct CheckedPlan {
  Estimate objective;
  std::int64_t objective_undefined = 0;  ///< Paths without a value.
  std::vector<RequirementStanding> requirements;
  std::vector<Estimate> statistics;  ///< Of the requirements, as they are.
  std::vector<std::int64_t> statistics_undefined;

  bool holds() const;
};

/// Whether it holds by more than chance does one time in twenty: 1.645 standard errors.
bool holds_clearly(const Requirement& requirement, const RequirementStanding& standing);

/// A plan that was good enough on the search's draws to be looked at again.
struct Candidate {
  std::size_t evaluation = 0;  ///< Of the trace.
  double objective = Summary::unknown;
  std::vector<RequirementStanding> requirements;
  bool holds = false, holds_clearly = false;
};

/// The chosen plan against the baseline, on draws that neither found nor chose it.
struct FinalCheck {
  RunSettings run;
  CheckedPlan baseline, chosen;
  Estimate difference;      ///< Of the objective, chosen less baseline, on the same paths.
  PairedDifference figure;  ///< Of the objective's figure, path by path.
};

/// What an optimisation found.
struct Verdict {
  std::vector<Candidate> candidates;
  std::size_t chosen = 0;           ///< Of the trace.
  std::optional<FinalCheck> check;  ///< None if it was stopped before.
};

/// Chooses among the best plans of a trace and checks the choice (docs/optimise.md, "The check"). The candidates, each
/// worse than the one before but with more room in its requirements, are simulated on draws of their own; chosen is the
/// best that holds clearly there, else the best that holds, else the one that is nearest to it. Then baseline and
/// choice are simulated on yet other draws.
Verdict check_best(const PlanRuns& runs, const PlanEvaluator& evaluator);

}  // namespace groundwork
