#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sim/analysis/optimisation/final_check.hpp"

namespace groundwork {

/// What a search for the best plan did, and what came of it.
struct Optimisation {
  std::vector<Evaluation> trace;  ///< In order; the baseline first.
  SearchEnding ending = SearchEnding::converged;
  Verdict verdict;
  double seconds = 0.0;

  const Evaluation& chosen() const { return trace[verdict.chosen]; }
  /// Whether all that was simulated has the same objective: then there is nothing to choose by.
  bool is_objective_constant() const;
};

/// Searches, chooses and checks. None if it was stopped before the baseline was simulated.
std::optional<Optimisation> optimise(const PlanRuns& runs, const SearchLimits& limits,
                                     const std::function<void(const SearchProgress&)>& progress);

}  // namespace groundwork
