#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/optimisation/optimisation_problem.hpp"
#include "sim/contract/model.hpp"
#include "sim/engine/runner.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// A value of each lever, in their order; none: the baseline as it is.
using LeverValues = std::optional<std::vector<double>>;

/// What came of simulating the scenario with the levers set.
struct PlanRun {
  std::vector<std::vector<double>> figures;  ///< Of each of the problem's cells, the value on every path.
  std::string problem;                       ///< Why the scenario cannot be so; then there are no figures.
  bool is_stopped = false;                   ///< From outside; then there are no figures either.
};

/// Simulates a scenario again and again with other values of its levers.
class PlanRuns {
 public:
  /// `request` is the baseline's. What the arguments refer to must outlive this.
  PlanRuns(const OptimisationProblem& problem, const Study& baseline, const ScenarioRequest& request,
           const std::function<std::unique_ptr<Model>()>& make_model, const RunOptions& options);

  /// Draws as `run` says: runs with the same settings have common random numbers.
  PlanRun run(const LeverValues& values, const RunSettings& run) const;

  const OptimisationProblem& problem() const { return problem_; }
  const Study& baseline() const { return baseline_; }
  bool is_stopped() const { return options_.stop != nullptr && options_.stop->load(); }

 private:
  PlanRun simulate(const Study& study, const RunSettings& run) const;

  const OptimisationProblem& problem_;
  const Study& baseline_;
  const ScenarioRequest& request_;
  std::function<std::unique_ptr<Model>()> make_model_;
  RunOptions options_;
};

/// What sets all levers so, as "key=value" for --set.
std::vector<std::string> lever_overrides(const std::vector<Lever>& levers, std::span<const double> values);

}  // namespace groundwork
