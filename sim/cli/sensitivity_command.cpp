#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <map>
#include <memory>
#include <optional>

#include "sim/analysis/sensitivity/drivers.hpp"
#include "sim/analysis/sensitivity/sobol_design.hpp"
#include "sim/analysis/sensitivity/tornado.hpp"
#include "sim/base/stopwatch.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/sensitivity_arguments.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/sensitivity/driver_places.hpp"
#include "sim/report/sensitivity/sensitivity_csv.hpp"
#include "sim/report/sensitivity/sensitivity_json.hpp"
#include "sim/report/sensitivity/sensitivity_text.hpp"
#include "sim/report/sensitivity/tornado_text.hpp"

namespace groundwork {

namespace {

/// What an analysis says, on the terminal and in files by name.
struct Findings {
  std::string text, csv_name, csv, json;
};

std::optional<Findings> analyse_one_run(const Study& study, const SensitivityPlan& plan, RunOptions options,
                                        AnalysisRecord& record, Language language) {
  options.keep_inputs = true;
  options.summarised = Summarised::none;
  const Results results = run_paths(study, study.scenario.run, options);
  if (!results.is_complete()) return std::nullopt;
  for (const KeptColumn& column : results.kept)
    if (const std::string problem = drivers_problem(results, column); !problem.empty())
      throw input_error({}, problem, "run more --paths, or choose a figure that has a value on more of them");
  const std::vector<FigureDrivers> all = find_drivers(study, results, plan.groups);
  record.seconds = results.seconds;
  const auto places = all.begin() + std::ssize(plan.cells);
  return Findings{
      drivers_text(study, {all.begin(), places}, language) + driver_places(study, {places, all.end()}, language),
      "sensitivity.csv", drivers_csv(study, all), drivers_json(study, all, record)};
}

std::optional<Findings> analyse(const SensitivityArguments& arguments, const Study& study, const SensitivityPlan& plan,
                                const RunOptions& options) {
  const Stopwatch clock;
  const Language language = arguments.language.language();
  AnalysisRecord record{GROUNDWORK_VERSION, plan.runs, 0.0};
  if (arguments.tornado) {
    const auto tornados = run_tornado(study, options);
    if (!tornados) return std::nullopt;
    record.seconds = clock.seconds();
    return Findings{tornado_text(study, *tornados, language), "tornado.csv", tornado_csv(study, *tornados),
                    tornado_json(study, *tornados, record)};
  }
  if (arguments.design.empty()) return analyse_one_run(study, plan, options, record, language);
  const auto found = run_sobol_design(study, plan.factors, options);
  if (!found) return std::nullopt;
  record.seconds = clock.seconds();
  return Findings{sobol_text(study, *found, language), "sobol_indices.csv", sobol_csv(study, *found),
                  sobol_json(study, *found, record)};
}

std::optional<Findings> simulate(const SensitivityArguments& arguments, const Study& study,
                                 const SensitivityPlan& plan) {
  ProgressBar bar(arguments.scenario.quiet, plan.runs * study.scenario.run.paths);
  RunOptions options = arguments.engine.options(bar);
  options.keep_cells = plan.kept_cells();
  return analyse(arguments, study, plan, options);
}

int tell_sensitivity(const SensitivityArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.scenario.read(models, result_folder_check(arguments.folder));
  if (!study) return status_wrong_input;
  const SensitivityPlan plan = plan_sensitivity(arguments, *study);
  const std::optional<Findings> findings = simulate(arguments, *study, plan);
  if (!findings) {
    fmt::print(stderr, "groundwork: stopped before the analysis was done; nothing was written\n");
    return status_interrupted;
  }
  write_folder(arguments.folder, {{findings->csv_name, findings->csv},
                                  {"summary.json", findings->json},
                                  {"scenario.toml", study->scenario.resolved}});
  if (!arguments.scenario.quiet)
    fmt::print("{}\n{}\n", findings->text, results_in(arguments.folder).in(arguments.language.language()));
  return status_done;
}

}  // namespace

Action add_sensitivity_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("sensitivity", "say which inputs the uncertainty of a figure comes from");
  const auto arguments = std::make_shared<SensitivityArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork sensitivity scenarios/national-2020.toml --metric tco --metric stations:CN-GD:2025
      from the paths of one run: shares of the variance, rank and regression coefficients
  groundwork sensitivity scenarios/national-2020.toml --metric tco --groups rollout.cost --groups geography
      the same, with groups of inputs
  groundwork sensitivity scenarios/national-2020.toml --metric tco --by province
      also what drives each province
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
