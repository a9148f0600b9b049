#include "sim/analysis/optimisation/optimisation_problem.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

/// What `parse` makes of a text; what it reports is said at the text's place in the plan.
template <class Parse>
auto parse_at(const PlannedText& planned, const OutputTable& table, Diagnostics& diagnostics, Parse parse) {
  Diagnostics found;
  auto parsed = parse(planned.text, table, found);
  for (const Diagnostic& each : found.all()) diagnostics.error(planned.position, each.problem, each.hint);
  return parsed;
}

void check_seeds(const OptimisationPlan& plan, const Study& baseline, Diagnostics& diagnostics) {
  const std::uint64_t used = baseline.scenario.run.seed;
  if (plan.check.seed == used || plan.check.seed + 1 == used)
    diagnostics.error({plan.path},
                      fmt::format("the check has seeds {} and {}, and the search draws with {}", plan.check.seed,
                                  plan.check.seed + 1, used),
                      "fresh draws need another seed: say [check] seed = …");
}

}  // namespace

std::vector<int> OptimisationProblem::cells() const {
  std::vector<int> cells{objective.cell};
  for (const Requirement& requirement : requirements) cells.push_back(requirement.statistic.cell);
  return cells;
}

std::optional<OptimisationProblem> bind_plan(const OptimisationPlan& plan, const Study& baseline,
                                             Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const OutputTable& table = baseline.program->outputs();
  OptimisationProblem problem;
  problem.goal = plan.goal;
  problem.search = plan.search;
  problem.check = plan.check;
  if (const auto objective = parse_at(plan.objective, table, diagnostics, parse_statistic))
    problem.objective = *objective;
  for (const PlannedText& text : plan.constraints)
    if (auto requirement = parse_at(text, table, diagnostics, parse_requirement))
      problem.requirements.push_back(*std::move(requirement));
  for (const PlannedLever& planned : plan.levers)
    if (auto lever = Lever::bind(planned, baseline.scenario, diagnostics)) problem.levers.push_back(*std::move(lever));
  check_seeds(plan, baseline, diagnostics);
  if (diagnostics.error_count() > before) return std::nullopt;
  return problem;
}

}  // namespace groundwork
