#include "sim/analysis/optimisation/plan_evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/engine/tally.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

std::string_view name(Phase phase) {
  switch (phase) {
    case Phase::baseline:
      return "baseline";
    case Phase::every_plan:
      return "every plan";
    case Phase::global:
      return "global";
    case Phase::local:
      return "local";
  }
  return "";
}

double Evaluation::violation() const {
  double sum = 0.0;
  for (const double shortfall : shortfalls) sum += std::fmax(shortfall, 0.0);
  return sum;
}

double Evaluation::room() const {
  double least = std::numeric_limits<double>::infinity();
  for (const double shortfall : shortfalls) least = std::fmin(least, -shortfall);
  return least;
}

PlanEvaluator::PlanEvaluator(const PlanRuns& runs, const SearchLimits& limits,
                             std::function<void(const SearchProgress&)> progress)
    : runs_(runs), limits_(limits), progress_(std::move(progress)) {
  PlanRun run = runs_.run({}, runs_.baseline().scenario.run);
  if (run.is_stopped) throw SearchEnd{SearchEnding::interrupted};
  baseline_figures_ = run.figures;
  Evaluation baseline = measured(run);
  const Replication replication = replication_of(runs_.baseline().scenario.run.sampler);
  const double deviation = summarise(baseline_figures_.front(), replication).standard_deviation;
  cost_scale_ = std::fmax(std::fabs(baseline.objective), std::isfinite(deviation) ? deviation : 0.0);
  if (!(cost_scale_ > 0.0)) cost_scale_ = 1.0;
  add(std::move(baseline));
}

const Evaluation& PlanEvaluator::evaluate(const std::vector<double>& values, Phase phase) {
  if (const auto found = known_.find(values); found != known_.end()) return trace_[found->second];
  end_if_due();
  PlanRun run = runs_.run(values, runs_.baseline().scenario.run);
  if (run.is_stopped) throw SearchEnd{SearchEnding::interrupted};
  Evaluation evaluation = run.problem.empty() ? measured(run) : Evaluation{};
  evaluation.phase = phase;
  evaluation.values = values;
  evaluation.problem = std::move(run.problem);
  add(std::move(evaluation));
  return trace_.back();
}

bool PlanEvaluator::is_better(const Evaluation& a, const Evaluation& b) const {
  const auto is_usable = [](const Evaluation& e) { return e.is_simulated() && std::isfinite(e.objective); };
  if (is_usable(a) != is_usable(b)) return is_usable(a);
  if (!is_usable(a)) return false;
  if (a.violation() > 0.0 || b.violation() > 0.0) return a.violation() < b.violation();
  return cost(a) < cost(b);
}

double PlanEvaluator::cost(const Evaluation& evaluation) const {
  const double sign = problem().goal == Goal::minimise ? 1.0 : -1.0;
  const double baseline = trace_.front().objective;
  return sign * (evaluation.objective - (std::isfinite(baseline) ? baseline : 0.0)) / cost_scale_;
}

Evaluation PlanEvaluator::measured(const PlanRun& run) const {
  const OptimisationProblem& problem = runs_.problem();
  const Replication replication = replication_of(runs_.baseline().scenario.run.sampler);
  Evaluation out;
  out.objective = statistic_value(problem.objective, problem.bad_side(), run.figures.front());
  for (std::size_t i = 0; i < problem.requirements.size(); ++i) {
    const Requirement& requirement = problem.requirements[i];
    const SamePaths paths{run.figures[i + 1], baseline_figures_[i + 1], replication};
    const RequirementStanding now = standing(requirement, paths);
    out.statistics.push_back(now.value);
    out.limits.push_back(now.limit);
    out.shortfalls.push_back(shortfall(requirement, paths, problem.search.margin));
  }
  return out;
}

void PlanEvaluator::add(Evaluation evaluation) {
  if (evaluation.values) known_.emplace(*evaluation.values, trace_.size());
  trace_.push_back(std::move(evaluation));
  if (is_better(trace_.back(), trace_[best_])) best_ = trace_.size() - 1;
  if (progress_) progress_({evaluations(), &trace_.front(), &trace_[best_]});
}

void PlanEvaluator::end_if_due() const {
  if (runs_.is_stopped()) throw SearchEnd{SearchEnding::interrupted};
  if (evaluations() >= limits_.evaluations) throw SearchEnd{SearchEnding::out_of_budget};
  if (limits_.seconds > 0.0 && clock_.seconds() >= limits_.seconds) throw SearchEnd{SearchEnding::out_of_time};
}

}  // namespace groundwork
