#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>

#include "sim/analysis/sweep/pareto_front.hpp"
#include "sim/analysis/sweep/sweep_figures.hpp"
#include "sim/analysis/sweep/sweep_run.hpp"
#include "sim/base/stopwatch.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/sweep_arguments.hpp"
#include "sim/report/display.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/sweep/sweep_csv.hpp"
#include "sim/report/sweep/sweep_json.hpp"
#include "sim/report/sweep/sweep_list.hpp"
#include "sim/report/sweep/sweep_text.hpp"
#include "sim/store/sweep_keeper.hpp"

namespace groundwork {

namespace {

/// Shows the sweep, and writes it if a folder was asked for.
void tell(const SweepArguments& arguments, const Sweep& sweep) {
  const bool is_quiet = arguments.changes.quiet;
  const Language language = arguments.language.language();
  if (!is_quiet) fmt::print("{}", sweep_text(sweep, language));
  if (arguments.folder.empty()) return;
  std::map<std::string, std::string> files{{"points.csv", points_csv(sweep)},
                                           {"sweep.json", sweep_json(sweep, GROUNDWORK_VERSION)}};
  if (has_pareto(sweep.head)) files.emplace("pareto.csv", pareto_csv(sweep));
  write_folder(arguments.folder, files);
  if (!is_quiet) fmt::print("{}{}\n", Words{"Sweep in ", "扫描结果保存在 "}.in(language), arguments.folder);
}

int report(const SweepArguments& arguments) {
  Diagnostics diagnostics;
  if (!arguments.folder.empty()) check_result_folder(arguments.folder, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  Database database = open_sweeps(arguments.report, Opening::existing);
  const std::vector<ListedSweep> sweeps = list_sweeps(database);
  Sweep sweep = read_sweep(database, chosen_sweep(arguments, sweeps).id);
  choose_pareto(sweep.head.figures, arguments.pareto, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  if (!arguments.changes.quiet) fmt::print("{}\n", sweep_list(arguments.report, sweeps, arguments.language.language()));
  tell(arguments, sweep);
  return status_done;
}

/// Runs what is not finished. That it failed is said with what is kept.
SweepOutcome run_unfinished(const SweepArguments& arguments, const SweepPlan& plan, SweepKeeper& keeper) {
  const std::vector<std::int64_t> numbers = keeper.unfinished();
  const std::int64_t before = plan.head.points - std::ssize(numbers);
  std::int64_t done = 0;
  ProgressBar bar(arguments.changes.quiet, std::ssize(numbers), 0, "points");
  SweepRunOptions options{
      arguments.engine.threads, arguments.engine.chosen_isa(), &watch_for_interrupt(), {}, GROUNDWORK_VERSION};
  options.progress = [&](std::int64_t points) { bar.show(done = points); };
  try {
    SweepOutcome outcome = run_sweep(plan, numbers, keeper, options);
    outcome.adopted += before;
    return outcome;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(
        fmt::format("{}\n  {} of {} points are finished and kept: the same command goes on from there", error.what(),
                    grouped(before + done), grouped(plan.head.points)));
  }
}

Words adopted_line(const SweepOutcome& outcome) {
  const std::string points = grouped(outcome.adopted);
  return {fmt::format("{} points were finished already.\n", points), fmt::format("此前已完成 {} 个点。\n", points)};
}

Words speed_line(const SweepPlan& plan, const SweepOutcome& outcome, double seconds) {
  const std::string points = grouped(outcome.simulated), paths = grouped(plan.run.paths);
  const double rate = static_cast<double>(outcome.simulated) / seconds;
  return {fmt::format("{} points of {} paths in {:.1f} s, {:.1f} points/s\n", points, paths, seconds, rate),
          fmt::format("{} 个点，每点 {} 条路径，用时 {:.1f} 秒，每秒 {:.1f} 个点\n", points, paths, seconds, rate)};
}

/// What was run, how fast, and where it is.
void print_points(const SweepArguments& arguments, const SweepPlan& plan, const SweepOutcome& outcome, double seconds) {
  if (arguments.changes.quiet) return;
  const Language language = arguments.language.language();
  if (outcome.adopted > 0) fmt::print("{}", adopted_line(outcome).in(language));
  if (outcome.simulated > 0) fmt::print("{}", speed_line(plan, outcome, seconds).in(language));
  fmt::print("{}{}\n", Words{"Points in ", "各点保存在 "}.in(language), arguments.database);
}

/// On standard error, and even if all else is quiet.
void warn_of_impossible(const SweepPlan& plan, const std::vector<ImpossiblePoint>& impossible) {
  constexpr std::size_t most = 5;
  if (impossible.empty()) return;
  fmt::print(stderr, "groundwork: {} of {} points cannot be simulated, though each of their values can:\n",
             grouped(std::ssize(impossible)), grouped(plan.head.points));
  for (std::size_t i = 0; i < std::min(most, impossible.size()); ++i) {
    std::string values;
    for (std::size_t input = 0; input < impossible[i].values.size(); ++input)
      values +=
          fmt::format("{}{}={}", values.empty() ? "" : ", ", plan.reader.inputs[input], impossible[i].values[input]);
    fmt::print(stderr, "  point {} ({}): {}\n", impossible[i].number, values, impossible[i].problem);
  }
  if (impossible.size() > most)
    fmt::print(stderr, "  and {} more\n", grouped(static_cast<std::int64_t>(impossible.size() - most)));
}

int run(const SweepArguments& arguments, const std::vector<ModelEntry>& models) {
  if (!arguments.report.empty()) return report(arguments);
  const std::optional<SweepPlan> plan = plan_sweep(arguments, models);
  if (!plan) return status_wrong_input;
  Database database = open_sweeps(arguments.database, Opening::make);
  SweepKeeper keeper(database, plan->head);
  const Stopwatch clock;
  const SweepOutcome outcome = run_unfinished(arguments, *plan, keeper);
  if (outcome.is_interrupted) {
    fmt::print(stderr,
               "groundwork: stopped with {} of {} points finished, which are kept in {}: the same command goes on\n",
               grouped(outcome.simulated + outcome.adopted), grouped(plan->head.points), arguments.database);
    return status_interrupted;
  }
  tell(arguments, read_sweep(database, keeper.sweep()));
  print_points(arguments, *plan, outcome, clock.seconds());
  warn_of_impossible(*plan, outcome.impossible);
  return outcome.impossible.empty() ? status_done : status_wrong_input;
}

}  // namespace

Action add_sweep_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command = app.add_subcommand("sweep", "simulate a scenario at many settings of some inputs");
  const auto arguments = std::make_shared<SweepArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork sweep scenarios/sweeps/sharing-and-pace.toml
      every combination of the settings that the file lists: a table, what moves a figure, the best, the Pareto front
  groundwork sweep scenarios/sweeps/sharing-and-pace.toml --paths 2000 --out results/sweep
      the same with fewer paths, and points.csv, pareto.csv and sweep.json
  groundwork sweep --report results/sweeps.db --pareto tco --pareto population_covered:2025
      what a database of sweeps holds, without running anything

Finished points are kept in the database (SQLite). The same command runs what is missing: after a kill, with more
settings, or with more figures. The file's format and the tables of the database: docs/sweep.md.
)");
  return [arguments, models] { return run(*arguments, models); };
}

}  // namespace groundwork
