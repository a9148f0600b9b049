#include "sim/cli/sensitivity_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <optional>

#include "sim/analysis/sensitivity/rank_regression.hpp"
#include "sim/analysis/sensitivity/sobol_design.hpp"
#include "sim/analysis/sensitivity/tornado.hpp"
#include "sim/cli/kept_values.hpp"
#include "sim/contract/figure.hpp"
#include "sim/report/display.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

namespace {

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
  check_kept(study.scenario.run.paths, copies * columns + std::ssize(plan.kept_cells()), diagnostics);
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
  check_kept(study.scenario.run.paths, plan.runs * std::ssize(plan.cells), diagnostics);
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

}  // namespace

void SensitivityArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  scenario.add_to(command, models);
  engine.add_to(command, scenario);
  language.add_to(command);
  command
      .add_option("--metric", metrics,
                  "the figure, METRIC[:SCOPE][:PERIOD], such as tco or stations:CN-GD:2025; may be repeated")
      ->required()
      ->type_name("FIGURE")
      ->allow_extra_args(false);
  CLI::Option* const grouped_by = command.add_option(
      "--groups", groups, "take the inputs at or below a prefix, such as rollout.cost, as one; may be repeated");
  grouped_by->type_name("PREFIX")->allow_extra_args(false);
  CLI::Option* const designed =
      command.add_option("--design", design, "sobol: one more run for each input, for what inputs do together");
  designed->check(CLI::IsMember({"sobol"}))->type_name("NAME");
  command.add_flag("--tornado", tornado, "set each input to its p10 and p90 instead, two runs each")
      ->excludes(designed)
      ->excludes(grouped_by);
  command.add_option("--by", by, "also the figures by province, region, network or sector; from one run only")
      ->excludes(designed)
      ->excludes("--tornado")
      ->type_name("KIND");
  command.add_option("--out", folder, "folder for the results")->type_name("DIR")->capture_default_str();
}

std::vector<int> SensitivityPlan::kept_cells() const {
  std::vector<int> kept = cells;
  kept.insert(kept.end(), places.begin(), places.end());
  return kept;
}

SensitivityPlan plan_sensitivity(const SensitivityArguments& arguments, const Study& study) {
  SensitivityPlan plan;
  Diagnostics diagnostics;
  check_result_folder(arguments.folder, diagnostics);
  for (const std::string& metric : arguments.metrics)
    if (const auto cell = find_figure(study.program->outputs(), metric, diagnostics))
      if (std::ranges::find(plan.cells, *cell) == plan.cells.end()) plan.cells.push_back(*cell);
  if (!arguments.by.empty())
    for (const int cell : plan.cells)
      for (const int place : figures_by(study.program->outputs(), cell, arguments.by, diagnostics))
        if (std::ranges::find(plan.places, place) == plan.places.end()) plan.places.push_back(place);
  plan.groups = named_groups(study, arguments.groups, diagnostics);
  plan.factors = independent_factors(study, plan.groups);
  check_runs(arguments, study, plan, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  return plan;
}

}  // namespace groundwork
