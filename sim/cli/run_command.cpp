#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/progress_bar.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "sim/report/console_table.hpp"
#include "sim/report/display.hpp"
#include "sim/report/path_listing.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/results_csv.hpp"
#include "sim/report/summary_json.hpp"

namespace groundwork {

namespace {

struct RunArguments {
  ScenarioArguments scenario;
  std::optional<std::int64_t> replay;
  std::string isa, folder;
  int threads = 0;
  bool central = false, keep_paths = false;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);

 private:
  /// An option that is short for --set: so its value is checked with the scenario, and saved with it.
  void add_setting(CLI::App& command, const std::string& name, const std::string& meaning);
};

void RunArguments::add_setting(CLI::App& command, const std::string& name, const std::string& meaning) {
  const auto set = [this, name](const std::string& value) {
    scenario.request.overrides.push_back(fmt::format("run.{}={}", name, value));
  };
  command.add_option_function<std::string>("--" + name, set, meaning)->type_name("VALUE");
}

void RunArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  std::vector<std::string> isas;
  for (const Isa available : available_isas()) isas.emplace_back(name(available));
  scenario.add_to(command, models);
  add_setting(command, "paths", "number of paths; short for --set run.paths=VALUE");
  add_setting(command, "seed", "seed of the random numbers; short for --set run.seed=VALUE");
  add_setting(command, "sampler", "mc, lhs or sobol; short for --set run.sampler=VALUE");
  command.add_option("--threads", threads, "threads; 0 is one for each core. Results do not depend on it")
      ->check(CLI::Range(0, 1024))
      ->type_name("N");
  command.add_option("--isa", isa, "instruction set, widest by default. Results do not depend on it")
      ->check(CLI::IsMember(isas))
      ->type_name("NAME");
  CLI::Option* const one_path =
      command.add_flag("--central", central, "run one path, every input at its mean, instead");
  command.add_option("--replay", replay, "print all inputs and outputs of path I, counted from 0, and write nothing")
      ->type_name("I")
      ->excludes(one_path);
  command.add_option("--out", folder, "folder for the results; results/NAME by default")->type_name("DIR");
  command.add_flag("--keep-paths", keep_paths, "also write the headline figures of every path, paths.csv")
      ->excludes(one_path);
}

Isa chosen_isa(const RunArguments& arguments) {
  const std::vector<Isa> available = available_isas();
  if (available.empty())
    throw std::runtime_error("this machine's processor lacks fused multiply-add (FMA), which results depend on");
  return arguments.isa.empty() ? available.back() : isa_from_name(arguments.isa).value();
}

std::filesystem::path result_folder(const RunArguments& arguments) {
  if (!arguments.folder.empty()) return arguments.folder;
  return std::filesystem::path("results") / std::filesystem::path(arguments.scenario.request.path).stem();
}

/// What would make a run in vain.
void check_request(const RunArguments& arguments, const RunSettings& run) {
  constexpr std::int64_t most_kept = 10'000'000;  // 3 GB of headline figures
  if (const std::string problem = folder_problem(result_folder(arguments)); !problem.empty())
    throw input_error({}, problem, "choose another folder with --out, or empty this one yourself");
  if (arguments.keep_paths && run.paths > most_kept)
    throw input_error(
        {}, fmt::format("--keep-paths keeps {} paths at most, not {}", grouped(most_kept), grouped(run.paths)),
        "run fewer paths, or without it");
}

Results simulate(const RunArguments& arguments, const Study& study) {
  const Isa isa = chosen_isa(arguments);
  if (arguments.central) return central_results(study, isa);
  const RunSettings& run = study.scenario.run;
  std::optional<ProgressBar> bar;
  if (!arguments.scenario.quiet) bar.emplace(run.paths);
  RunOptions options;
  options.threads = arguments.threads;
  options.isa = isa;
  options.keep_paths = arguments.keep_paths;
  options.stop = &watch_for_interrupt();
  if (bar) options.progress = [&bar](std::int64_t done) { bar->show(done); };
  return run_paths(study, run, options);
}

void write_results(const RunArguments& arguments, const Study& study, const Results& results) {
  std::map<std::string, std::string> files{{"results.csv", results_csv(results)},
                                           {"summary.json", summary_json(study.scenario, results, GROUNDWORK_VERSION)},
                                           {"scenario.toml", study.scenario.resolved}};
  if (arguments.keep_paths) files.emplace("paths.csv", paths_csv(results));
  write_folder(result_folder(arguments), files);
  if (!arguments.scenario.quiet) fmt::print("Results in {}\n", result_folder(arguments).string());
}

int replay(const RunArguments& arguments, const Study& study) {
  const RunSettings& run = study.scenario.run;
  const std::int64_t path = arguments.replay.value();
  if (path < 0 || path >= run.paths)
    throw input_error({}, fmt::format("--replay {}: the run has paths 0 to {}", path, run.paths - 1),
                      "name one of these, or raise --paths");
  fmt::print("{}", path_listing(study, replay_path(study, run, path, chosen_isa(arguments))));
  return status_done;
}

void print_results(const RunArguments& arguments, const Study& study, const Results& results) {
  if (arguments.scenario.quiet) return;
  fmt::print("{}\n", console_table(study.scenario, results));
  if (results.seconds > 0.0)
    fmt::print("{} paths in {:.1f} s, {} paths/s\n", grouped(results.paths), results.seconds,
               grouped(static_cast<std::int64_t>(static_cast<double>(results.paths) / results.seconds)));
}

int run(const RunArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.scenario.read(models);
  if (!study) return status_wrong_input;
  if (arguments.replay) return replay(arguments, *study);
  check_request(arguments, study->scenario.run);
  const Results results = simulate(arguments, *study);
  if (results.paths == 0) {
    fmt::print(stderr, "groundwork: stopped before any path was done; nothing was written\n");
    return status_interrupted;
  }
  print_results(arguments, *study, results);
  write_results(arguments, *study, results);
  return results.is_complete() ? status_done : status_interrupted;
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
  groundwork run scenarios/national-2020.toml --replay 4711

Writes to the folder: results.csv (every metric, scope and period with its distribution), summary.json (headline
figures, seed, digests), scenario.toml (the scenario as it was run), and with --keep-paths paths.csv. A folder that
holds earlier results is replaced; any other is left alone.
)");
  return [arguments, models] { return run(*arguments, models); };
}

}  // namespace groundwork
