#include "sim/analysis/optimisation/plan_runs.hpp"

#include <fmt/format.h>

#include <utility>

namespace groundwork {

PlanRuns::PlanRuns(const OptimisationProblem& problem, const Study& baseline, const ScenarioRequest& request,
                   const std::function<std::unique_ptr<Model>()>& make_model, const RunOptions& options)
    : problem_(problem), baseline_(baseline), request_(request), make_model_(make_model), options_(options) {
  options_.summarised = Summarised::none;
  options_.keep_cells = problem.cells();
}

PlanRun PlanRuns::run(const LeverValues& values, const RunSettings& run) const {
  if (!values) return simulate(baseline_, run);
  ScenarioRequest request = request_;
  for (std::string& override : lever_overrides(problem_.levers, *values))
    request.overrides.push_back(std::move(override));
  const std::unique_ptr<Model> model = make_model_();
  Diagnostics diagnostics;
  const std::optional<Study> study = read_study(request, *model, diagnostics);
  if (!study) return {{}, diagnostics.all().front().problem, false};
  if (study->program->outputs().cells() != baseline_.program->outputs().cells())
    return {{}, "the levers change which figures there are", false};
  return simulate(*study, run);
}

PlanRun PlanRuns::simulate(const Study& study, const RunSettings& run) const {
  Results results = run_paths(study, run, options_);
  if (!results.is_complete()) return {{}, "", true};
  PlanRun out;
  for (KeptColumn& column : results.kept) out.figures.push_back(std::move(column.values));
  return out;
}

std::vector<std::string> lever_overrides(const std::vector<Lever>& levers, std::span<const double> values) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < levers.size(); ++i)
    for (std::string& each : levers[i].overrides(values[i])) all.push_back(std::move(each));
  return all;
}

}  // namespace groundwork
