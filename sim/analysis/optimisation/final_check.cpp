#include "sim/analysis/optimisation/final_check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "sim/engine/tally.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_candidates = 10;
constexpr double one_sided = 1.6448536269514722;  // the normal distribution's 95 % quantile

using Figures = std::vector<std::vector<double>>;

RunSettings with_draws(RunSettings run, const CheckSettings& check, std::uint64_t seed) {
  run.paths = check.paths;
  run.seed = seed;
  return run;
}

/// Standard errors by which a requirement holds; below zero if it does not.
double errors_to_spare(const Requirement& requirement, const RequirementStanding& standing) {
  const double sign = requirement.bad_side() == BadSide::low ? 1.0 : -1.0;
  const double excess = sign * (standing.value - standing.limit);
  if (!std::isfinite(excess)) return -std::numeric_limits<double>::infinity();
  if (!(standing.error > 0.0))
    return standing.is_met ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
  return standing.is_met ? std::fmax(excess / standing.error, 0.0) : excess / standing.error;
}

std::vector<RequirementStanding> standings(const OptimisationProblem& problem, const Figures& figures,
                                           const Figures& baseline, Replication replication) {
  std::vector<RequirementStanding> out;
  for (std::size_t i = 0; i < problem.requirements.size(); ++i)
    out.push_back(standing(problem.requirements[i], {figures[i + 1], baseline[i + 1], replication}));
  return out;
}

Estimate estimate_of(const FigureStatistic& statistic, BadSide bad, std::span<const double> values,
                     Replication replication) {
  const double error = summarise(influence(statistic, bad, values), replication).standard_error;
  return symmetric_estimate(statistic_value(statistic, bad, values), error, replication);
}

std::int64_t undefined_in(const std::vector<double>& values) {
  return std::ranges::count_if(values, [](double value) { return !std::isfinite(value); });
}

CheckedPlan checked(const OptimisationProblem& problem, const Figures& figures, const Figures& baseline,
                    Replication replication) {
  CheckedPlan out;
  out.objective = estimate_of(problem.objective, problem.bad_side(), figures.front(), replication);
  out.objective_undefined = undefined_in(figures.front());
  out.requirements = standings(problem, figures, baseline, replication);
  for (std::size_t i = 0; i < problem.requirements.size(); ++i) {
    const Requirement& requirement = problem.requirements[i];
    out.statistics.push_back(estimate_of(requirement.statistic, requirement.bad_side(), figures[i + 1], replication));
    out.statistics_undefined.push_back(undefined_in(figures[i + 1]));
  }
  return out;
}

FinalCheck compared(const OptimisationProblem& problem, const RunSettings& run, const Figures& baseline,
                    const Figures& chosen) {
  const Replication replication = replication_of(run.sampler);
  FinalCheck check{
      run, checked(problem, baseline, baseline, replication), checked(problem, chosen, baseline, replication), {}, {}};
  const BadSide bad = problem.bad_side();
  const std::vector<double> of_baseline = influence(problem.objective, bad, baseline.front());
  std::vector<double> difference = influence(problem.objective, bad, chosen.front());
  for (std::size_t path = 0; path < difference.size(); ++path) difference[path] -= of_baseline[path];
  check.difference = symmetric_estimate(check.chosen.objective.value - check.baseline.objective.value,
                                        summarise(difference, replication).standard_error, replication);
  const Better better = problem.goal == Goal::minimise ? Better::lower : Better::higher;
  check.figure = paired_difference(baseline.front(), chosen.front(), better, replication);
  return check;
}

/// The best plan first, then plans that cost ever more but have clearly more room in their requirements.
std::vector<std::size_t> candidates(const PlanEvaluator& evaluator, std::int64_t paths) {
  const std::vector<Evaluation>& trace = evaluator.trace();
  const double least_gain = 0.5 / std::sqrt(static_cast<double>(paths));  // half a standard error of a mean
  std::vector<std::size_t> order(trace.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return evaluator.is_better(trace[a], trace[b]); });
  std::vector<std::size_t> chosen;
  for (const std::size_t each : order) {
    if (chosen.size() == most_candidates) break;
    const bool is_first = chosen.empty();
    if (is_first || (trace[each].is_feasible() && trace[each].room() > trace[chosen.back()].room() + least_gain))
      chosen.push_back(each);
  }
  return chosen;
}

/// Whether a is the better choice, as validated.
bool is_better_choice(const OptimisationProblem& problem, const Candidate& a, const Candidate& b) {
  if (a.holds_clearly != b.holds_clearly) return a.holds_clearly;
  if (a.holds != b.holds) return a.holds;
  const auto tightest = [&](const Candidate& each) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < problem.requirements.size(); ++i)
      least = std::fmin(least, errors_to_spare(problem.requirements[i], each.requirements[i]));
    return least;
  };
  if (!a.holds) return tightest(a) > tightest(b);
  return problem.goal == Goal::minimise ? a.objective < b.objective : a.objective > b.objective;
}

/// Simulates the candidates; false if stopped.
bool validate(const PlanRuns& runs, const PlanEvaluator& evaluator, const RunSettings& run,
              std::vector<Candidate>& candidates) {
  const OptimisationProblem& problem = runs.problem();
  const PlanRun baseline = runs.run({}, run);
  if (baseline.is_stopped) return false;
  for (Candidate& candidate : candidates) {
    const PlanRun found = runs.run(evaluator.trace()[candidate.evaluation].values, run);
    if (found.is_stopped) return false;
    candidate.objective = statistic_value(problem.objective, problem.bad_side(), found.figures.front());
    candidate.requirements = standings(problem, found.figures, baseline.figures, replication_of(run.sampler));
    candidate.holds = candidate.holds_clearly = true;
    for (std::size_t i = 0; i < problem.requirements.size(); ++i) {
      candidate.holds = candidate.holds && candidate.requirements[i].is_met;
      candidate.holds_clearly =
          candidate.holds_clearly && holds_clearly(problem.requirements[i], candidate.requirements[i]);
    }
  }
  return true;
}

}  // namespace

bool holds_clearly(const Requirement& requirement, const RequirementStanding& standing) {
  return errors_to_spare(requirement, standing) >= one_sided;
}

bool CheckedPlan::holds() const { return std::ranges::all_of(requirements, &RequirementStanding::is_met); }

Verdict check_best(const PlanRuns& runs, const PlanEvaluator& evaluator) {
  const OptimisationProblem& problem = runs.problem();
  const RunSettings search = runs.baseline().scenario.run;
  Verdict verdict;
  verdict.chosen = evaluator.best();
  for (const std::size_t each : candidates(evaluator, search.paths))
    verdict.candidates.emplace_back().evaluation = each;
  if (!evaluator.trace()[verdict.chosen].is_simulated()) return verdict;
  if (!validate(runs, evaluator, with_draws(search, problem.check, problem.check.seed + 1), verdict.candidates))
    return verdict;
  const auto best = std::ranges::min_element(
      verdict.candidates, [&](const Candidate& a, const Candidate& b) { return is_better_choice(problem, a, b); });
  verdict.chosen = best->evaluation;
  const RunSettings fresh = with_draws(search, problem.check, problem.check.seed);
  const PlanRun baseline = runs.run({}, fresh), chosen = runs.run(evaluator.trace()[verdict.chosen].values, fresh);
  if (baseline.is_stopped || chosen.is_stopped) return verdict;
  verdict.check = compared(problem, fresh, baseline.figures, chosen.figures);
  return verdict;
}

}  // namespace groundwork
