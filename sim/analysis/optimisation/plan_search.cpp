#include "sim/analysis/optimisation/plan_search.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>
#include <nlopt.hpp>
#include <stdexcept>
#include <vector>

namespace groundwork {

namespace {

/// Cost and shortfalls of what cannot be simulated: worse than what can.
constexpr double cost_of_impossible = 10.0;
/// Of a unit of violation, a standard deviation, in terms of the objective's size. The penalty is exact if it exceeds
/// what such a unit is worth to the objective; a planner's figures move by less than their whole size for it.
constexpr double penalty = 1.0;
/// Calls for plans that are known already cost nothing, but must end some time.
constexpr int calls_per_evaluation = 20;
constexpr double first_reach = 0.2;       ///< Of the local search at first, as a share of each lever's way.
constexpr double last_reach = 1e-3;       ///< Of what it ends with, if the lever has no steps.
constexpr double least_new_reach = 0.02;  ///< Below that it is not begun again.

using Shares = std::vector<double>;

std::vector<double> values_of(const std::vector<Lever>& levers, const Shares& shares) {
  std::vector<double> values;
  for (std::size_t i = 0; i < levers.size(); ++i) values.push_back(levers[i].value_at(shares[i]));
  return values;
}

/// Runs an NLopt optimiser. NLopt swallows exceptions of its callbacks but for its own, so they are kept and thrown
/// again.
class Optimiser {
 public:
  using Objective = std::function<double(const Shares&)>;
  using Shortfall = std::function<double(const Shares&, std::size_t requirement)>;

  Optimiser(nlopt::algorithm algorithm, std::size_t dimensions, Objective objective)
      : optimiser_(algorithm, static_cast<unsigned>(dimensions)), objective_(std::move(objective)) {
    optimiser_.set_min_objective(&call_objective, this);
    optimiser_.set_lower_bounds(0.0);
    optimiser_.set_upper_bounds(1.0);
  }
  Optimiser(const Optimiser&) = delete;
  Optimiser& operator=(const Optimiser&) = delete;

  nlopt::opt& settings() { return optimiser_; }

  void require(Shortfall shortfall, std::size_t requirements) {
    shortfall_ = std::move(shortfall);
    for (std::size_t i = 0; i < requirements; ++i) constraints_.push_back({this, i});
    for (Constraint& each : constraints_) optimiser_.add_inequality_constraint(&call_constraint, &each, 0.0);
  }

  void run(Shares start) {
    double least = 0.0;
    try {
      optimiser_.optimize(start, least);
    } catch (const nlopt::forced_stop&) {
      // `failure_` says why
    } catch (const nlopt::roundoff_limited&) {
      // as near as it can get
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// What NLopt hands back for one of the requirements.
  struct Constraint {
    Optimiser* optimiser;
    std::size_t requirement;
  };

  static double call_objective(const std::vector<double>& x, std::vector<double>&, void* self) {
    auto& me = *static_cast<Optimiser*>(self);
    return me.guarded([&] { return me.objective_(x); });
  }

  static double call_constraint(const std::vector<double>& x, std::vector<double>&, void* constraint) {
    const Constraint& asked = *static_cast<Constraint*>(constraint);
    Optimiser& me = *asked.optimiser;
    return me.guarded([&] { return me.shortfall_(x, asked.requirement); });
  }

  template <class Call>
  double guarded(Call call) {
    try {
      if (!failure_) return call();
    } catch (...) {
      failure_ = std::current_exception();
    }
    optimiser_.force_stop();
    return HUGE_VAL;
  }

  nlopt::opt optimiser_;
  Objective objective_;
  Shortfall shortfall_;
  std::vector<Constraint> constraints_;
  std::exception_ptr failure_;
};

double cost_of(const PlanEvaluator& evaluator, const Evaluation& evaluation) {
  const double cost = evaluation.is_simulated() ? evaluator.cost(evaluation) : cost_of_impossible;
  return std::isfinite(cost) ? std::clamp(cost, -cost_of_impossible, cost_of_impossible) : cost_of_impossible;
}

/// Combinations there are; infinity if a lever takes any number.
double combinations(const std::vector<Lever>& levers) {
  double product = 1.0;
  for (const Lever& lever : levers) product *= lever.count() > 0.0 ? lever.count() : HUGE_VAL;
  return product;
}

/// One combination after another, the last lever fastest.
void evaluate_every_plan(PlanEvaluator& evaluator) {
  const std::vector<Lever>& levers = evaluator.problem().levers;
  const auto all = static_cast<int>(combinations(levers));
  for (int plan = 0; plan < all; ++plan) {
    Shares shares(levers.size());
    int rest = plan;
    for (std::size_t i = levers.size(); i-- > 0;) {
      const auto count = static_cast<int>(levers[i].count());
      shares[i] = (levers[i].is_choice() ? rest % count + 0.5 : rest % count) /
                  (levers[i].is_choice() ? count : std::max(count - 1, 1));
      rest /= count;
    }
    evaluator.evaluate(values_of(levers, shares), Phase::every_plan);
  }
}

void search_globally(PlanEvaluator& evaluator, int evaluations) {
  const std::vector<Lever>& levers = evaluator.problem().levers;
  const int last = std::min(evaluator.evaluations() + evaluations, evaluator.budget());
  Optimiser* running = nullptr;
  Optimiser optimiser(nlopt::GN_DIRECT_L, levers.size(), [&](const Shares& shares) {
    const Evaluation& found = evaluator.evaluate(values_of(levers, shares), Phase::global);
    const double cost = cost_of(evaluator, found) + penalty * found.violation();
    if (evaluator.evaluations() >= last) running->settings().force_stop();
    return cost;
  });
  running = &optimiser;
  optimiser.settings().set_maxeval(calls_per_evaluation * evaluations);
  optimiser.run(Shares(levers.size(), 0.5));
}

/// The levers that a local search moves: those that are no choice.
std::vector<std::size_t> movable(const std::vector<Lever>& levers) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < levers.size(); ++i)
    if (!levers[i].is_choice()) out.push_back(i);
  return out;
}

/// Where a plan is in the unit cube; the baseline where its levers are, or the nearest that they can be.
Shares shares_of(const PlanEvaluator& evaluator, const Evaluation& evaluation) {
  const std::vector<Lever>& levers = evaluator.problem().levers;
  Shares shares;
  for (std::size_t i = 0; i < levers.size(); ++i)
    shares.push_back(
        levers[i].share_of(evaluation.values ? (*evaluation.values)[i] : levers[i].baseline().value_or(0.0)));
  return shares;
}

/// Around the best plan so far, with its choices.
void search_around_best(PlanEvaluator& evaluator, double reach) {
  const std::vector<Lever>& levers = evaluator.problem().levers;
  const std::vector<std::size_t> moved = movable(levers);
  const Shares best = shares_of(evaluator, evaluator.trace()[evaluator.best()]);
  const auto evaluate = [&](const Shares& at) -> const Evaluation& {
    Shares shares = best;
    for (std::size_t i = 0; i < moved.size(); ++i) shares[moved[i]] = at[i];
    return evaluator.evaluate(values_of(levers, shares), Phase::local);
  };
  Optimiser optimiser(nlopt::LN_COBYLA, moved.size(),
                      [&](const Shares& at) { return cost_of(evaluator, evaluate(at)); });
  optimiser.require(
      [&](const Shares& at, std::size_t requirement) {
        const Evaluation& found = evaluate(at);
        return found.is_simulated() ? found.shortfalls[requirement] : cost_of_impossible;
      },
      evaluator.problem().requirements.size());
  Shares start, ends;
  for (const std::size_t i : moved) {
    start.push_back(best[i]);
    ends.push_back(levers[i].count() > 0.0 ? std::fmax(last_reach, 0.5 / (levers[i].count() - 1.0)) : last_reach);
  }
  optimiser.settings().set_initial_step(reach);
  optimiser.settings().set_xtol_abs(ends);
  optimiser.settings().set_maxeval(calls_per_evaluation * evaluator.budget());
  optimiser.run(start);
}

/// Begun again from the best it found, each time with half the reach, until that finds nothing better.
void search_locally(PlanEvaluator& evaluator) {
  if (movable(evaluator.problem().levers).empty()) return;
  for (double reach = first_reach; reach >= least_new_reach; reach *= 0.5) search_around_best(evaluator, reach);
}

}  // namespace

SearchEnding search_plans(PlanEvaluator& evaluator) try {
  const OptimisationProblem& problem = evaluator.problem();
  const SearchPhases phases = problem.search.phases;
  nlopt::srand(static_cast<unsigned long>(problem.search.seed));
  if (combinations(problem.levers) < evaluator.budget()) {
    evaluate_every_plan(evaluator);
    return SearchEnding::converged;
  }
  const int rest = evaluator.budget() - evaluator.evaluations();
  if (phases != SearchPhases::local) search_globally(evaluator, phases == SearchPhases::global ? rest : rest / 2);
  if (phases != SearchPhases::global) search_locally(evaluator);
  return evaluator.evaluations() < evaluator.budget() ? SearchEnding::converged : SearchEnding::out_of_budget;
} catch (const SearchEnd& end) {
  return end.ending;
}

}  // namespace groundwork
