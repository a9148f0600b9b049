#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/optimisation/plan_runs.hpp"
#include "sim/base/stopwatch.hpp"

namespace groundwork {

/// Who asked for an evaluation.
enum class Phase {
  baseline,
  every_plan,  ///< All combinations, one after another.
  global,
  local,
};
/// "baseline", "every plan", "global", "local"
std::string_view name(Phase phase);

/// One plan, simulated on the draws of the search.
struct Evaluation {
  Phase phase = Phase::baseline;
  LeverValues values;                   ///< None: the baseline as it is.
  double objective = Summary::unknown;  ///< In the unit of its figure.
  std::vector<double> statistics;       ///< Of the requirements, what is held against the limit.
  std::vector<double> limits;           ///< What it is held against.
  std::vector<double> shortfalls;       ///< Of the requirements, with the search's margin.
  std::string problem;                  ///< Why it could not be simulated; then there are no numbers.

  bool is_simulated() const { return problem.empty(); }
  /// How far it is from meeting all requirements: the sum of what falls short, 0 if nothing does.
  double violation() const;
  /// Simulated, and meets all requirements with the margin.
  bool is_feasible() const { return is_simulated() && violation() <= 0.0; }
  /// How much room there is in the tightest requirement; below zero if it fails.
  double room() const;
};

/// When a search ends, beside its own end.
struct SearchLimits {
  int evaluations = 400;
  double seconds = 0.0;  ///< 0: no limit.
};

/// What a search has done so far.
struct SearchProgress {
  int evaluations = 0;
  const Evaluation* baseline = nullptr;
  const Evaluation* best = nullptr;
};

/// Why a search ended.
enum class SearchEnding {
  converged,      ///< The optimiser found nothing better, or every plan was evaluated.
  out_of_budget,  ///< All evaluations were used.
  out_of_time,    ///< Its seconds passed.
  interrupted,    ///< Stopped from outside.
};

/// Thrown by evaluate() to end an optimiser from within.
struct SearchEnd {
  SearchEnding ending;
};

/// Simulates plans on common random numbers, each once, and remembers them all.
class PlanEvaluator {
 public:
  /// Evaluates the baseline, which counts. Throws SearchEnd if stopped meanwhile. `runs` must outlive this.
  PlanEvaluator(const PlanRuns& runs, const SearchLimits& limits, std::function<void(const SearchProgress&)> progress);

  /// Throws SearchEnd if the plan is new and the limits are reached. References hold until the next call.
  const Evaluation& evaluate(const std::vector<double>& values, Phase phase);

  const OptimisationProblem& problem() const { return runs_.problem(); }
  const std::vector<Evaluation>& trace() const { return trace_; }
  int evaluations() const { return static_cast<int>(trace_.size()); }
  int budget() const { return limits_.evaluations; }
  std::size_t best() const { return best_; }
  /// Whether a is to be preferred: the one that could be simulated; the one that meets the requirements; else that with
  /// less violation; among those that meet them the one with the better objective (Deb 2000, Comput. Methods Appl.
  /// Mech. Eng. 186, 311-338).
  bool is_better(const Evaluation& a, const Evaluation& b) const;
  /// The objective, the less the better, in about standard units: 0 for the baseline.
  double cost(const Evaluation& evaluation) const;

 private:
  Evaluation measured(const PlanRun& run) const;
  void add(Evaluation evaluation);
  void end_if_due() const;

  const PlanRuns& runs_;
  SearchLimits limits_;
  std::function<void(const SearchProgress&)> progress_;
  Stopwatch clock_;
  std::vector<std::vector<double>> baseline_figures_;
  double cost_scale_ = 1.0;
  std::vector<Evaluation> trace_;
  std::map<std::vector<double>, std::size_t> known_;
  std::size_t best_ = 0;
};

}  // namespace groundwork
