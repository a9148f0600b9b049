#pragma once

#include "sim/analysis/optimisation/plan_evaluator.hpp"

namespace groundwork {

/// Looks for the best plan (docs/optimise.md, "The search"): NLopt's DIRECT-L over all levers, requirements as a
/// penalty, then its COBYLA over those that are no choice, requirements as constraints. If there are no more
/// combinations than evaluations, each is evaluated instead. All that was found is in the evaluator's trace.
SearchEnding search_plans(PlanEvaluator& evaluator);

}  // namespace groundwork
