#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

#include "sim/analysis/sensitivity/drivers.hpp"
#include "sim/analysis/sensitivity/rank_regression.hpp"
#include "sim/analysis/sensitivity/sobol_design.hpp"
#include "sim/analysis/sensitivity/tornado.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/progress_bar.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/contract/figure.hpp"
#include "sim/report/display.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/sensitivity/sensitivity_csv.hpp"
#include "sim/report/sensitivity/sensitivity_json.hpp"
#include "sim/report/sensitivity/sensitivity_text.hpp"
#include "sim/report/sensitivity/tornado_text.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

namespace {

struct SensitivityArguments {
  ScenarioArguments scenario;
  EngineArguments engine;
  std::vector<std::string> metrics, groups;
  std::string design, folder = "results/sensitivity";
  bool tornado = false;
};

/// What was asked for, found in the study.
struct SensitivityPlan {
  std::vector<int> cells;
  std::vector<Factor> groups, factors;
  std::int64_t runs = 1;
};

/// What an analysis says, on the terminal and in files by name.
struct Findings {
  std::string text, csv_name, csv, json;
};

void add_arguments(CLI::App& command, SensitivityArguments& arguments, const std::vector<ModelEntry>& models) {
  arguments.scenario.add_to(command, models);
  arguments.engine.add_to(command, arguments.scenario);
  command
      .add_option("--metric", arguments.metrics,
                  "the figure, METRIC[:SCOPE][:PERIOD], such as tco or stations:CN-GD:2025; may be repeated")
      ->required()
      ->type_name("FIGURE")
      ->allow_extra_args(false);
  CLI::Option* const groups =
      command.add_option("--groups", arguments.groups,
                         "take the inputs at or below a prefix, such as rollout.cost, as one; may be repeated");
  groups->type_name("PREFIX")->allow_extra_args(false);
  CLI::Option* const design = command.add_option("--design", arguments.design,
                                                 "sobol: one more run for each input, for what inputs do together");
  design->check(CLI::IsMember({"sobol"}))->type_name("NAME");
  command.add_flag("--tornado", arguments.tornado, "set each input to its p10 and p90 instead, two runs each")
      ->excludes(design)
      ->excludes(groups);
  command.add_option("--out", arguments.folder, "folder for the results")->type_name("DIR")->capture_default_str();
}

void refuse_too_many_numbers(const Study& study, const SensitivityPlan& plan, std::int64_t columns,
                             Diagnostics& diagnostics) {
  constexpr std::int64_t most = 500'000'000;  // 4 GB
  const std::int64_t paths = study.scenario.run.paths;
  if (paths > most / columns)
    diagnostics.error({},
                      fmt::format("{} paths are too many: this analysis of {} figures keeps {} numbers a path",
                                  grouped(paths), plan.cells.size(), columns),
                      fmt::format("run at most {} paths", grouped(most / columns)));
}

std::int64_t random_columns(const std::vector<Factor>& factors) {
  std::int64_t columns = 0;
  for (const Factor& factor : factors) columns += std::ssize(factor.columns);
  return columns;
}

/// Errors come from the scatter of paths or of the 16 randomisations.
void refuse_too_few_paths(const Study& study, std::int64_t least, const std::string& why, Diagnostics& diagnostics) {
  if (study.scenario.run.paths < least)
    diagnostics.error({}, fmt::format("{} paths are too few {}", study.scenario.run.paths, why),
                      fmt::format("run at least {} paths; ten times as many are better", grouped(least)));
}

void check_one_run(const Study& study, const SensitivityPlan& plan, Diagnostics& diagnostics) {
  const std::int64_t columns = random_columns(plan.factors), least = least_paths(static_cast<std::size_t>(columns));
  refuse_too_few_paths(study, least, fmt::format("to tell {} random columns apart", columns), diagnostics);
  constexpr std::int64_t copies = 3;  // as drawn, of the paths with a value, and as ranks
  refuse_too_many_numbers(study, plan, copies * columns + std::ssize(plan.cells), diagnostics);
}

void check_tornado(const Study& study, SensitivityPlan& plan, Diagnostics& diagnostics) {
  const std::vector<int> inputs = uncertain_inputs(study.scenario);
  plan.runs = tornado_runs(inputs.size());
  refuse_too_few_paths(study, randomisations, "to tell an error", diagnostics);
  if (inputs.empty())
    diagnostics.error({study.scenario.path, 0, 0}, "a tornado needs uncertain inputs, and this scenario has none",
                      "give an input a distribution");
}

void check_design(const Study& study, SensitivityPlan& plan, Diagnostics& diagnostics) {
  plan.runs = sobol_design_runs(plan.factors.size());
  refuse_too_few_paths(study, randomisations, "to tell an error", diagnostics);
  refuse_too_many_numbers(study, plan, plan.runs * std::ssize(plan.cells), diagnostics);
  if (const std::string problem = sobol_design_problem(study); !problem.empty())
    diagnostics.error({}, "the design needs two samples: " + problem, "choose --sampler mc or lhs");
}

void check_runs(const SensitivityArguments& arguments, const Study& study, SensitivityPlan& plan,
                Diagnostics& diagnostics) {
  if (plan.factors.empty())
    diagnostics.error({study.scenario.path, 0, 0}, "nothing in this scenario is uncertain, so there is nothing to tell",
                      "give an input a distribution, such as { dist = \"pert\", min = 1, mode = 2, max = 4 }");
  else if (arguments.tornado)
    check_tornado(study, plan, diagnostics);
  else if (arguments.design.empty())
    check_one_run(study, plan, diagnostics);
  else
    check_design(study, plan, diagnostics);
}

SensitivityPlan plan_analysis(const SensitivityArguments& arguments, const Study& study) {
  SensitivityPlan plan;
  Diagnostics diagnostics;
  if (const std::string problem = folder_problem(arguments.folder); !problem.empty())
    diagnostics.error({}, problem, "choose another folder with --out, or empty this one yourself");
  for (const std::string& metric : arguments.metrics)
    if (const auto cell = find_figure(study.program->outputs(), metric, diagnostics))
      if (std::ranges::find(plan.cells, *cell) == plan.cells.end()) plan.cells.push_back(*cell);
  plan.groups = named_groups(study, arguments.groups, diagnostics);
  plan.factors = independent_factors(study, plan.groups);
  check_runs(arguments, study, plan, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  return plan;
}

std::optional<Findings> analyse_one_run(const Study& study, const SensitivityPlan& plan, RunOptions options,
                                        AnalysisRecord& record) {
  options.keep_inputs = true;
  const Results results = run_paths(study, study.scenario.run, options);
  if (!results.is_complete()) return std::nullopt;
  for (const KeptColumn& column : results.kept)
    if (const std::string problem = drivers_problem(results, column); !problem.empty())
      throw input_error({}, problem, "run more --paths, or choose a figure that has a value on more of them");
  const std::vector<FigureDrivers> figures = find_drivers(study, results, plan.groups);
  record.seconds = results.seconds;
  return Findings{drivers_text(study, figures), "sensitivity.csv", drivers_csv(study, figures),
                  drivers_json(study, figures, record)};
}

std::optional<Findings> analyse(const SensitivityArguments& arguments, const Study& study, const SensitivityPlan& plan,
                                const RunOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  AnalysisRecord record{GROUNDWORK_VERSION, plan.runs, 0.0};
  const auto stop_watch = [&] {
    record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  if (arguments.tornado) {
    const auto tornados = run_tornado(study, options);
    if (!tornados) return std::nullopt;
    stop_watch();
    return Findings{tornado_text(study, *tornados), "tornado.csv", tornado_csv(study, *tornados),
                    tornado_json(study, *tornados, record)};
  }
  if (arguments.design.empty()) return analyse_one_run(study, plan, options, record);
  const auto found = run_sobol_design(study, plan.factors, options);
  if (!found) return std::nullopt;
  stop_watch();
  return Findings{sobol_text(study, *found), "sobol_indices.csv", sobol_csv(study, *found),
                  sobol_json(study, *found, record)};
}

std::optional<Findings> simulate(const SensitivityArguments& arguments, const Study& study,
                                 const SensitivityPlan& plan) {
  RunOptions options;
  options.threads = arguments.engine.threads;
  options.isa = arguments.engine.chosen_isa();
  options.keep_cells = plan.cells;
  options.stop = &watch_for_interrupt();
  std::optional<ProgressBar> bar;
  if (!arguments.scenario.quiet) bar.emplace(plan.runs * study.scenario.run.paths, 0);
  if (bar) options.progress = [&bar](std::int64_t done) { bar->show(done); };
  return analyse(arguments, study, plan, options);
}

int tell_sensitivity(const SensitivityArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.scenario.read(models);
  if (!study) return status_wrong_input;
  const SensitivityPlan plan = plan_analysis(arguments, *study);
  const std::optional<Findings> findings = simulate(arguments, *study, plan);
  if (!findings) {
    fmt::print(stderr, "groundwork: stopped before the analysis was done; nothing was written\n");
    return status_interrupted;
  }
  write_folder(arguments.folder, {{findings->csv_name, findings->csv},
                                  {"summary.json", findings->json},
                                  {"scenario.toml", study->scenario.resolved}});
  if (!arguments.scenario.quiet) fmt::print("{}\nResults in {}\n", findings->text, arguments.folder);
  return status_done;
}

}  // namespace

Action add_sensitivity_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("sensitivity", "say which inputs the uncertainty of a figure comes from");
  const auto arguments = std::make_shared<SensitivityArguments>();
  add_arguments(*command, *arguments, models);
  command->footer(R"(
Examples:
  groundwork sensitivity scenarios/national-2020.toml --metric tco --metric stations:CN-GD:2025
      from the paths of one run: shares of the variance, rank and regression coefficients
  groundwork sensitivity scenarios/national-2020.toml --metric tco --groups rollout.cost --groups geography
      the same, with groups of inputs
  groundwork sensitivity scenarios/national-2020.toml --metric tco --design sobol --paths 4096
      a run for each input: also what inputs do together
  groundwork sensitivity scenarios/national-2020.toml --metric tco --tornado --paths 4096
      how far each input moves the figure

Writes to the folder: sensitivity.csv, sobol_indices.csv or tornado.csv, summary.json (the same, with seed and digest) and
scenario.toml. What the numbers mean: docs/sensitivity.md.
)");
  return [arguments, models] { return tell_sensitivity(*arguments, models); };
}

}  // namespace groundwork
