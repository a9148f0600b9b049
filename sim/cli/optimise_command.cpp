#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/kept_values.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/report/optimisation/best_scenario.hpp"
#include "sim/report/optimisation/optimisation_json.hpp"
#include "sim/report/optimisation/optimisation_text.hpp"
#include "sim/report/optimisation/optimisation_words.hpp"
#include "sim/report/optimisation/trace_csv.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

struct OptimiseArguments {
  ScenarioArguments scenario;  ///< Its path is the plan's.
  EngineArguments engine;
  LanguageArgument language;
  std::string plan, folder = "results/optimise";
  int evaluations = 0;  ///< 0: as the plan says.
  double seconds = 0.0;
};

/// A plan, its baseline, and the plan bound to that.
struct Assignment {
  OptimisationPlan plan;
  ScenarioArguments scenario;
  Study baseline;
  OptimisationProblem problem;
};

OptimisationPlan read_plan(const OptimiseArguments& arguments) {
  Diagnostics diagnostics;
  std::optional<OptimisationPlan> plan = read_optimisation_plan(arguments.plan, diagnostics);
  if (diagnostics.has_errors()) {
    check_result_folder(arguments.folder, diagnostics);
    throw InputError(diagnostics);
  }
  if (arguments.evaluations > 0) plan->search.evaluations = arguments.evaluations;
  return *std::move(plan);
}

OptimisationProblem bind(const OptimisationPlan& plan, const Study& baseline, const OptimiseArguments& arguments) {
  Diagnostics diagnostics;
  check_result_folder(arguments.folder, diagnostics);
  read_optimisation_plan(plan.path, diagnostics);  // again, for the excerpts
  std::optional<OptimisationProblem> problem = bind_plan(plan, baseline, diagnostics);
  if (problem) {
    const auto columns = 2 * std::ssize(problem->cells());  // of the baseline and a plan
    check_kept(std::max(baseline.scenario.run.paths, plan.check.paths), columns, diagnostics);
  }
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  if (!arguments.scenario.quiet) fmt::print(stderr, "{}", diagnostics.text());
  return *std::move(problem);
}

/// None if the scenario is wrong, which is said; an InputError tells what is wrong with the plan.
std::optional<Assignment> read_assignment(const OptimiseArguments& arguments, const std::vector<ModelEntry>& models) {
  OptimisationPlan plan = read_plan(arguments);
  ScenarioArguments scenario = arguments.scenario;
  scenario.request.path = plan.scenario;
  scenario.request.overrides = plan.overrides;
  for (const std::string& each : arguments.scenario.request.overrides) scenario.request.overrides.push_back(each);
  std::optional<Study> baseline = scenario.read(models, result_folder_check(arguments.folder));
  if (!baseline) return std::nullopt;
  OptimisationProblem problem = bind(plan, *baseline, arguments);
  return Assignment{std::move(plan), std::move(scenario), *std::move(baseline), std::move(problem)};
}

std::optional<Optimisation> search(const OptimiseArguments& arguments, const Assignment& assignment,
                                   const std::vector<ModelEntry>& models) {
  const std::int64_t paths = assignment.baseline.scenario.run.paths;
  const int evaluations = assignment.problem.search.evaluations;
  ProgressBar bar(assignment.scenario.quiet, evaluations * paths);
  RunOptions options = arguments.engine.options(bar);
  options.progress = {};
  const OutputTable& table = assignment.baseline.program->outputs();
  const FigureStatistic& objective = assignment.problem.objective;
  const auto show = [&](const SearchProgress& done) {
    bar.show(done.evaluations * paths,
             fmt::format("best {}{}, baseline {}", statistic_value_text(objective, done.best->objective, table),
                         done.best->is_feasible() ? "" : " (not feasible)",
                         statistic_value_text(objective, done.baseline->objective, table)));
  };
  const auto make_model = [&] { return assignment.scenario.make_model(models); };
  const PlanRuns runs(assignment.problem, assignment.baseline, assignment.scenario.request, make_model, options);
  return optimise(runs, {evaluations, arguments.seconds}, show);
}

Words where_line(const std::string& folder) {
  return results_in(folder) + Words{fmt::format("; `groundwork run {}/best.toml` runs the plan", folder),
                                    fmt::format("；用 `groundwork run {}/best.toml` 运行该方案", folder)};
}

int run_command(const OptimiseArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Assignment> assignment = read_assignment(arguments, models);
  if (!assignment) return status_wrong_input;
  const std::optional<Optimisation> found = search(arguments, *assignment, models);
  if (!found) {
    fmt::print(stderr, "groundwork: stopped before the baseline was simulated; nothing was written\n");
    return status_interrupted;
  }
  const OptimisationRecord record{assignment->plan, assignment->baseline, assignment->problem, *found,
                                  GROUNDWORK_VERSION};
  const bool is_quiet = assignment->scenario.quiet;
  const Language language = arguments.language.language();
  if (!is_quiet) fmt::print("{}", optimisation_text(record, language));
  write_folder(arguments.folder,
               {{"trace.csv", trace_csv(record)},
                {"summary.json", optimisation_json(record)},
                {"best.toml", best_scenario(record, assignment->scenario.request.overrides, arguments.folder)},
                {"scenario.toml", assignment->baseline.scenario.resolved}});
  if (!is_quiet) fmt::print("\n{}\n", where_line(arguments.folder).in(language));
  return found->verdict.check || !found->chosen().is_simulated() ? status_done : status_interrupted;
}

}  // namespace

Action add_optimise_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command = app.add_subcommand("optimise",
                                               "choose levers: the least cost, or the most of what counts, "
                                               "under requirements that hold with a probability");
  const auto arguments = std::make_shared<OptimiseArguments>();
  command->add_option("PLAN", arguments->plan, "what may be changed, and what is to be reached (TOML)")->required();
  arguments->scenario.add_changes_to(*command, models);
  arguments->engine.add_to(*command, arguments->scenario);
  command->add_option("--evaluations", arguments->evaluations, "simulations at most, instead of the plan's number")
      ->check(CLI::Range(2, 1'000'000))
      ->type_name("N");
  command
      ->add_option("--seconds", arguments->seconds, "end the search after so many seconds; what it has is then checked")
      ->check(CLI::PositiveNumber)
      ->type_name("S");
  command->add_option("--out", arguments->folder, "folder for the results")->type_name("DIR")->capture_default_str();
  arguments->language.add_to(*command);
  command->footer(R"(
Examples:
  groundwork optimise scenarios/plans/same-coverage-for-less.toml
  groundwork optimise scenarios/plans/same-coverage-for-less.toml --evaluations 100 --seconds 60
  groundwork run results/optimise/best.toml

The search simulates on common random numbers; the answer is checked on draws that were not used to find it. Writes to
the folder: best.toml (the scenario with the levers as chosen), trace.csv (every plan that was tried), summary.json (the
answer with its errors) and scenario.toml (the baseline). How to write a plan, and how the search works: docs/optimise.md.
Ctrl-C ends the search with the best plan so far, unchecked.
)");
  return [arguments, models] { return run_command(*arguments, models); };
}

}  // namespace groundwork
