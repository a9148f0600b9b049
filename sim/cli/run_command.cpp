#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/netcdf_output.hpp"
#include "sim/cli/run_arguments.hpp"
#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "sim/report/display.hpp"
#include "sim/report/page/page.hpp"
#include "sim/report/page/page_file.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/run/console_table.hpp"
#include "sim/report/run/path_listing.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/report/run/study_json.hpp"
#include "sim/report/run/summary_json.hpp"
#include "sim/report/saved/saved_run.hpp"

namespace groundwork {

namespace {

/// Saves the run's state; that it cannot be saved does not end the run.
void save_state(const RunArguments& arguments, const RunIdentity& identity, std::int64_t paths,
                const std::string& state) {
  try {
    write_checkpoint(arguments.checkpoint, {identity, paths, state});
  } catch (const std::runtime_error& error) {
    fmt::print(stderr, "groundwork: warning: {}; the run goes on\n", error.what());
  }
}

SaveOptions save_options(const RunArguments& arguments, const RunPlan& plan) {
  if (arguments.checkpoint.empty()) return {};
  // At once, to find out now if it cannot be written. A file that is there is the one that is resumed.
  if (!std::filesystem::exists(arguments.checkpoint)) write_checkpoint(arguments.checkpoint, {*plan.identity, 0, ""});
  return {[&arguments, &plan](std::int64_t paths, const std::string& state) {
            save_state(arguments, *plan.identity, paths, state);
          },
          arguments.save_every_seconds};
}

/// Begun before the run, to find out now if it cannot be written.
NetcdfOutput begin_netcdf(const RunArguments& arguments, const Study& study) {
  if (arguments.netcdf.empty()) return NetcdfOutput();
  const NetcdfContent content = arguments.keep_paths ? NetcdfContent::statistics_and_paths : NetcdfContent::statistics;
  return NetcdfOutput(arguments.netcdf, study.program->outputs(), content);
}

Results simulate(const RunArguments& arguments, const Study& study, const RunPlan& plan, NetcdfOutput& netcdf) {
  if (arguments.central) return central_results(study, arguments.engine.chosen_isa());
  const RunSettings& run = study.scenario.run;
  ProgressBar bar(arguments.scenario.quiet, plan.precision.empty() ? run.paths : 0,
                  plan.resume ? plan.resume->paths : 0);
  RunOptions options = arguments.engine.options(bar);
  options.keep_paths = arguments.wants_path_table();
  if (arguments.keep_paths && !arguments.netcdf.empty())
    options.each_wave = [&netcdf](const Wave& wave) { netcdf.add(wave); };
  options.precision = plan.precision;
  options.seconds = arguments.seconds;
  options.resume = plan.resume ? &*plan.resume : nullptr;
  options.saving = save_options(arguments, plan);
  return run_paths(study, run, options);
}

/// The scenario as it was run: with as many paths as the precision took.
std::string resolved_scenario(const RunArguments& arguments, const Study& study, const Results& results,
                              const std::vector<ModelEntry>& models) {
  if (results.run.paths == study.scenario.run.paths) return study.scenario.resolved;
  ScenarioArguments again = arguments.scenario;
  again.quiet = true;
  again.request.overrides.push_back(fmt::format("run.paths={}", results.run.paths));
  const std::optional<Study> as_run = again.read(models);
  return as_run ? as_run->scenario.resolved : study.scenario.resolved;
}

void write_results(const RunArguments& arguments, const Study& study, const Results& results,
                   const std::vector<ModelEntry>& models) {
  const std::optional<Study> base = arguments.scenario.read_base(study, models);
  std::map<std::string, std::string> files;  // not from a list, which would copy each
  files["results.csv"] = results_csv(results);
  files["distributions.csv"] = distributions_csv(results);
  files["study.json"] = study_json(study, base ? &*base : nullptr);
  files["summary.json"] = summary_json(study.scenario, results, GROUNDWORK_VERSION);
  files["scenario.toml"] = resolved_scenario(arguments, study, results, models);
  if (arguments.wants_path_table()) files.emplace("paths.csv", paths_csv(results));
  write_folder(arguments.result_folder(), files);
  const std::filesystem::path folder = arguments.result_folder();
  if (arguments.report)
    write_page(default_page(folder), report_page({.run = read_saved_run(folder)}, arguments.console.language.asked()));
  if (!arguments.scenario.quiet)
    fmt::print("{}\n", results_in(folder.string()).in(arguments.console.language.language()));
}

int replay(const RunArguments& arguments, const Study& study) {
  const RunSettings& run = study.scenario.run;
  const std::int64_t path = arguments.replay.value();
  if (path < 0 || path >= run.paths)
    throw input_error({}, fmt::format("--replay {}: the run has paths 0 to {}", path, run.paths - 1),
                      "name one of these, or raise --paths");
  fmt::print("{}", path_listing(study, replay_path(study, run, path, arguments.engine.chosen_isa())));
  return status_done;
}

Words speed_line(const Results& results) {
  const std::string paths = grouped(results.paths - results.first_path);
  const std::string rate = grouped(static_cast<std::int64_t>(results.paths_per_second()));
  return {fmt::format("{} paths in {:.1f} s, {} paths/s\n", paths, results.seconds, rate),
          fmt::format("{} 条路径，用时 {:.1f} 秒，每秒 {} 条\n", paths, results.seconds, rate)};
}

void print_results(const RunArguments& arguments, const Study& study, const Results& results) {
  if (arguments.scenario.quiet) return;
  const ConsoleStyle style = arguments.console.style();
  fmt::print("{}\n", console_table(study.scenario, results, style));
  if (results.seconds > 0.0) fmt::print("{}", speed_line(results).in(style.language));
}

/// On standard error, and even if all else is quiet.
void warn_of_precision(const Results& results) {
  for (const PrecisionReached& reached : results.precision)
    if (!reached.is_met())
      fmt::print(stderr, "groundwork: warning: precision {} was not met with {} paths\n", reached.target.text,
                 grouped(results.paths));
}

int run(const RunArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.read(models);
  if (!study) return status_wrong_input;
  if (arguments.replay) return replay(arguments, *study);
  const RunPlan plan = plan_run(arguments, *study);
  NetcdfOutput netcdf = begin_netcdf(arguments, *study);
  const Results results = simulate(arguments, *study, plan, netcdf);
  if (results.paths == 0) {
    fmt::print(stderr, "groundwork: stopped before any path was done; nothing was written\n");
    return status_interrupted;
  }
  print_results(arguments, *study, results);
  warn_of_precision(results);
  write_results(arguments, *study, results, models);
  if (!netcdf.finish(study->scenario, results)) return status_failed;
  if (!arguments.netcdf.empty() && !arguments.scenario.quiet) fmt::print("NetCDF in {}\n", arguments.netcdf);
  return results.ending == Ending::interrupted ? status_interrupted : status_done;
}

}  // namespace

Action add_run_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command = app.add_subcommand("run", "simulate a scenario and write its distributions");
  const auto arguments = std::make_shared<RunArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork run scenarios/national-2020.toml --paths 10000 --out results/quick
  groundwork run scenarios/national-2020.toml --set rollout.sleep.enabled=false
  groundwork run scenarios/national-2020.toml --central
  groundwork run scenarios/national-2020.toml --lang zh
  groundwork run scenarios/national-2020.toml --replay 4711
  groundwork run scenarios/national-2020.toml --precision tco=0.1% --sampler sobol
  groundwork run scenarios/national-2020.toml --paths 10_000_000 --checkpoint run.gw
  groundwork run scenarios/national-2020.toml --paths 20_000_000 --resume run.gw
  groundwork run scenarios/national-2020.toml --netcdf national.nc --keep-paths

Writes to the folder: results.csv (every metric, scope and period with its distribution), distributions.csv (the headline
figures' quantile curves), summary.json (headline figures, seed, digests), study.json (what metrics and inputs mean, and
what differs from the scenario that this one changes), scenario.toml (the scenario as it was run), and with --keep-paths
paths.csv, with --report report.html. A folder that holds earlier results is replaced; any other is left alone. --netcdf writes one
file besides (docs/netcdf.md).
)");
  return [arguments, models] { return run(*arguments, models); };
}

}  // namespace groundwork
