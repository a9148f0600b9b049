#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <optional>

#include "sim/base/stopwatch.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/discover_arguments.hpp"
#include "sim/report/discovery/discovery_csv.hpp"
#include "sim/report/discovery/discovery_json.hpp"
#include "sim/report/discovery/discovery_text.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

Results simulate(const DiscoverArguments& arguments, const Study& study, const DiscoverPlan& plan) {
  ProgressBar bar(arguments.scenario.quiet, study.scenario.run.paths);
  RunOptions options = arguments.engine.options(bar);
  options.keep_cells = plan.cells();
  options.keep_inputs = true;
  options.summarised = Summarised::none;
  return run_paths(study, study.scenario.run, options);
}

void print_discovery(const DiscoverArguments& arguments, const Study& study, const Discovery& discovery) {
  const Language language = arguments.language.language();
  fmt::print("{}\n{}\n", discovery_text(study, discovery, language), results_in(arguments.folder).in(language));
}

int run(const DiscoverArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.scenario.read(models, result_folder_check(arguments.folder));
  if (!study) return status_wrong_input;
  const Stopwatch clock;
  const DiscoverPlan plan = plan_discovery(arguments, *study);
  const Results results = simulate(arguments, *study, plan);
  if (!results.is_complete()) {
    fmt::print(stderr, "groundwork: stopped before all paths were run; nothing was written\n");
    return status_interrupted;
  }
  const Discovery discovery = discover(*study, results, plan.conditions, plan.variables, arguments.settings);
  const DiscoveryRecord record{GROUNDWORK_VERSION, arguments.settings, clock.seconds()};
  write_folder(arguments.folder, {{"boxes.csv", boxes_csv(discovery)},
                                  {"trajectory.csv", trajectory_csv(discovery)},
                                  {"summary.json", discovery_json(*study, discovery, record)},
                                  {"scenario.toml", study->scenario.resolved}});
  if (!arguments.scenario.quiet) print_discovery(arguments, *study, discovery);
  return status_done;
}

}  // namespace

Action add_discover_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("discover", "say what has to be true of the inputs for something to happen");
  const auto arguments = std::make_shared<DiscoverArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork discover scenarios/national-2020.toml --when "over_budget:2023 > 0"
      in which corners of the inputs the budget of 2023 is overrun
  groundwork discover scenarios/national-2020.toml --when "tco > p90" --density 0.8
      what makes the dearest tenth of futures, in four of five cases at least
  groundwork discover scenarios/national-2020.toml --when "over_budget > 0" --when "npv < 0" --inputs rollout
      both at once, told by inputs of the rollout alone

Writes to the folder: boxes.csv (the corners, a line for each input that they limit), trajectory.csv (how each came
about), summary.json (the same, with seed and digest) and scenario.toml. If it never happens, always happens or is too
rare to search, that is the answer. What the numbers mean: docs/discovery.md.
)");
  return [arguments, models] { return run(*arguments, models); };
}

}  // namespace groundwork
