#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/optimisation/lever.hpp"
#include "sim/analysis/optimisation/requirement.hpp"
#include "sim/scenario/optimisation/optimisation_plan.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// A plan whose names were found in its scenario.
struct OptimisationProblem {
  Goal goal = Goal::minimise;
  FigureStatistic objective;
  std::vector<Requirement> requirements;
  std::vector<Lever> levers;
  SearchSettings search;
  CheckSettings check;

  /// Where the objective is when it is bad.
  BadSide bad_side() const { return goal == Goal::minimise ? BadSide::high : BadSide::low; }
  /// The cells of all figures: the objective's, then the requirements'.
  std::vector<int> cells() const;
};

/// Binds a plan to its scenario. None if anything is wrong: all of it goes to `diagnostics`, at its place in the plan.
std::optional<OptimisationProblem> bind_plan(const OptimisationPlan& plan, const Study& baseline,
                                             Diagnostics& diagnostics);

}  // namespace groundwork
