#include "sim/cli/sweep_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <thread>

#include "sim/analysis/sweep/sweep_figures.hpp"
#include "sim/base/text.hpp"
#include "sim/cli/kept_values.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

/// Paths that are kept at once: those of as many points as there are threads.
void check_memory(const SweepArguments& arguments, const SweepPlan& plan, Diagnostics& diagnostics) {
  const int threads =
      arguments.engine.threads > 0 ? arguments.engine.threads : static_cast<int>(std::thread::hardware_concurrency());
  check_kept(plan.run.paths, std::ssize(plan.head.figures) * threads, diagnostics);
}

}  // namespace

void SweepArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  CLI::Option* const sweep = command.add_option("SWEEP", path, "sweep file (TOML): which scenarios to run");
  command.add_option("--db", database, "database that keeps the points; made if it is not there")
      ->type_name("FILE")
      ->capture_default_str();
  CLI::Option* const reported =
      command.add_option("--report", report, "run nothing: say what a database holds")->type_name("DB");
  reported->excludes(sweep);
  command.add_option("--sweep", title, "with --report: title or number of the sweep, the last one by default")
      ->type_name("TITLE")
      ->needs(reported);
  command
      .add_option("--pareto", pareto,
                  "a figure of the Pareto front, such as tco or racks=lower; repeat it; instead of\nthose of the sweep")
      ->type_name("FIGURE")
      ->allow_extra_args(false);
  command.add_option("--out", folder, "folder for points.csv, pareto.csv and sweep.json")->type_name("DIR");
  changes.add_changes_to(command, models);
  engine.add_to(command, changes);
  language.add_to(command);
}

std::optional<SweepPlan> plan_sweep(const SweepArguments& arguments, const std::vector<ModelEntry>& models) {
  Diagnostics diagnostics;
  if (arguments.path.empty())
    diagnostics.error({}, "sweep needs a sweep file, or --report and a database",
                      "such as groundwork sweep scenarios/sweeps/sharing-and-pace.toml");
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  std::optional<SweepPlan> plan;
  if (const auto sweep = read_sweep(arguments.path, arguments.changes.request.overrides, diagnostics))
    plan = plan_sweep(*sweep,
                      {[&] { return arguments.changes.make_model(models); }, arguments.changes.request.accept_nearest,
                       arguments.engine.threads},
                      diagnostics);
  if (!arguments.folder.empty()) check_result_folder(arguments.folder, diagnostics);
  if (plan) choose_pareto(plan->head.figures, arguments.pareto, diagnostics);
  if (plan) check_memory(arguments, *plan, diagnostics);
  if (diagnostics.has_errors() || !arguments.changes.quiet) fmt::print(stderr, "{}", diagnostics.text());
  if (diagnostics.has_errors()) return std::nullopt;
  return plan;
}

const ListedSweep& chosen_sweep(const SweepArguments& arguments, const std::vector<ListedSweep>& sweeps) {
  if (sweeps.empty())
    throw input_error({arguments.report}, "there is no sweep in it", "`groundwork sweep SWEEP.toml` puts one there");
  if (arguments.title.empty()) return sweeps.front();
  std::vector<std::string> titles;
  for (const ListedSweep& sweep : sweeps) {
    if (sweep.title == arguments.title || std::to_string(sweep.id) == arguments.title) return sweep;
    titles.push_back(sweep.title);
  }
  const std::string like = closest(arguments.title, titles);
  throw input_error({arguments.report}, fmt::format("there is no sweep '{}' in it", arguments.title),
                    like.empty() ? "it has: " + joined(titles, "; ") : fmt::format("did you mean '{}'?", like));
}

}  // namespace groundwork
