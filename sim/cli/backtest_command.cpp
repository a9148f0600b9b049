#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "sim/analysis/backtest/backtest.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/kept_values.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/report/backtest/backtest_files.hpp"
#include "sim/report/backtest/backtest_table.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

struct BacktestArguments {
  ScenarioArguments scenario;
  EngineArguments engine;
  LanguageArgument language;
  std::string map, folder = "results/backtest";
};

/// The map that was named; else backtest.toml beside the scenario or, for scenarios in a folder of their own, one up.
std::string map_path(const BacktestArguments& arguments) {
  if (!arguments.map.empty()) return arguments.map;
  const std::filesystem::path folder = std::filesystem::path(arguments.scenario.request.path).parent_path();
  const std::filesystem::path beside = folder / "backtest.toml", above = (folder / ".." / "backtest.toml");
  const bool is_above = !std::filesystem::exists(beside) && std::filesystem::exists(above);
  return (is_above ? above.lexically_normal() : beside).string();
}

/// The map, checked, and that the folder may be written: an InputError tells what is wrong.
BacktestMap read_map(const BacktestArguments& arguments, const Study& study) {
  Diagnostics diagnostics;
  check_result_folder(arguments.folder, diagnostics);
  std::optional<BacktestMap> map =
      read_backtest_map(map_path(arguments), {study.program->outputs(), study.scenario.horizon}, diagnostics);
  if (map) check_kept(study.scenario.run.paths, std::ssize(cells_of(*map)), diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  if (!arguments.scenario.quiet) fmt::print(stderr, "{}", diagnostics.text());
  return std::move(map).value();
}

Results simulate(const BacktestArguments& arguments, const Study& study, const BacktestMap& map) {
  const RunSettings& run = study.scenario.run;
  ProgressBar bar(arguments.scenario.quiet, run.paths);
  RunOptions options = arguments.engine.options(bar);
  options.keep_cells = cells_of(map);
  options.summarised = Summarised::none;
  return run_paths(study, run, options);
}

int run_command(const BacktestArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::optional<Study> study = arguments.scenario.read(models, result_folder_check(arguments.folder));
  if (!study) return status_wrong_input;
  const BacktestMap map = read_map(arguments, *study);
  const Results results = simulate(arguments, *study, map);
  if (results.paths == 0) {
    fmt::print(stderr, "groundwork: stopped before any path was done; nothing was written\n");
    return status_interrupted;
  }
  const Backtest backtest = run_backtest(map, results);
  const BacktestRecord record{study->scenario, map, backtest, results};
  const bool is_quiet = arguments.scenario.quiet;
  const Language language = arguments.language.language();
  if (!is_quiet) fmt::print("{}", backtest_table(record, language));
  write_folder(arguments.folder, {{"backtest.csv", backtest_csv(record)},
                                  {"summary.json", backtest_json(record, GROUNDWORK_VERSION)},
                                  {"scenario.toml", study->scenario.resolved}});
  if (!is_quiet) fmt::print("\n{}\n", results_in(arguments.folder).in(language));
  return results.ending == Ending::interrupted ? status_interrupted : status_done;
}

}  // namespace

Action add_backtest_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("backtest", "hold a scenario against published figures, each in its distribution");
  const auto arguments = std::make_shared<BacktestArguments>();
  arguments->scenario.add_to(*command, models);
  arguments->engine.add_to(*command, arguments->scenario);
  arguments->language.add_to(*command);
  command
      ->add_option("--map", arguments->map,
                   "which metric answers which published figure (TOML);\nbacktest.toml beside the scenario or one "
                   "folder up by default")
      ->type_name("FILE");
  command->add_option("--out", arguments->folder, "folder for the results")->type_name("DIR")->capture_default_str();
  command->footer(R"(
Examples:
  groundwork backtest scenarios/national-2020.toml --paths 10000
  groundwork backtest scenarios/what-if/million-in-2021.toml --out results/million
  groundwork backtest my-plan.toml --map my-figures.toml

Writes to the folder: backtest.csv (a line for every published figure: compared, or the reason why not), summary.json
(the same, with scores and contradictions between sources) and scenario.toml. A folder that holds earlier results is
replaced; any other is left alone.
)");
  return [arguments, models] { return run_command(*arguments, models); };
}

}  // namespace groundwork
