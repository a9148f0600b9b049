#include "sim/analysis/optimisation/optimisation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/analysis/optimisation/plan_search.hpp"
#include "sim/base/stopwatch.hpp"

namespace groundwork {

bool Optimisation::is_objective_constant() const {
  double least = std::numeric_limits<double>::infinity(), most = -least;
  for (const Evaluation& evaluation : trace) {
    if (!evaluation.is_simulated() || std::isnan(evaluation.objective)) continue;
    least = std::fmin(least, evaluation.objective);
    most = std::fmax(most, evaluation.objective);
  }
  return difference_beyond_rounding(most, least) == 0.0;
}

std::optional<Optimisation> optimise(const PlanRuns& runs, const SearchLimits& limits,
                                     const std::function<void(const SearchProgress&)>& progress) try {
  const Stopwatch clock;
  PlanEvaluator evaluator(runs, limits, progress);
  Optimisation out;
  out.ending = search_plans(evaluator);
  out.verdict = check_best(runs, evaluator);
  out.trace = evaluator.trace();
  out.seconds = clock.seconds();
  return out;
} catch (const SearchEnd&) {
  return std::nullopt;
}

}  // namespace groundwork
