#include "sim/cli/value_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdint>

#include "sim/analysis/comparison/scenario_differences.hpp"
#include "sim/analysis/value/learned_choice.hpp"
#include "sim/cli/kept_values.hpp"
#include "sim/report/display.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

/// Which way is better: as the metric says, else as --better does.
Better direction(const ValueArguments& arguments, const Metric& metric, Diagnostics& diagnostics) {
  const Better said = arguments.better == "lower" ? Better::lower : Better::higher;
  if (metric.better == Better::neither) {
    if (arguments.better.empty())
      diagnostics.error({}, fmt::format("of {} neither more nor less is better, so it decides nothing", metric.name),
                        "say which with --better higher or --better lower, or choose another --metric");
    return said;
  }
  if (!arguments.better.empty() && said != metric.better)
    diagnostics.error({}, fmt::format("of {}, {} is better", metric.name, name(metric.better)),
                      "leave out --better, or choose another --metric");
  return metric.better;
}

/// With Sobol points, options that draw other inputs do not live in the same futures.
void refuse_other_futures(const std::vector<Study>& studies, Diagnostics& diagnostics) {
  if (studies.front().scenario.run.sampler != Sampler::sobol) return;
  for (std::size_t i = 1; i < studies.size(); ++i)
    if (!have_same_dimensions(studies.front(), studies[i]))
      diagnostics.error({studies[i].scenario.path},
                        "with sampler 'sobol' it does not share its draws with the first scenario, as other inputs "
                        "are uncertain; options must be judged in the same futures",
                        "choose --sampler mc or lhs");
}

void check_runs(const std::vector<Study>& studies, const ValuePlan& plan, Diagnostics& diagnostics) {
  if (plan.inputs.factors.empty()) {
    diagnostics.error({studies.front().scenario.path, 0, 0},
                      "nothing in these scenarios is uncertain, so there is nothing to know",
                      "give an input a distribution, such as { dist = \"pert\", min = 1, mode = 2, max = 4 }");
    return;
  }
  const Factor& largest =
      *std::ranges::max_element(plan.factors, {}, [](const Factor& factor) { return factor.columns.size(); });
  const std::int64_t paths = studies.front().scenario.run.paths, least = least_paths_to_learn(largest.columns.size());
  if (paths < least)
    diagnostics.error({},
                      fmt::format("{} paths are too few to learn from what to choose if {} is known, which has {} "
                                  "random columns",
                                  paths, largest.name, largest.columns.size()),
                      fmt::format("run at least {} paths; ten times as many are better", grouped(least)));
  // Of each option what was drawn and the figure, as ranks, and as gains.
  const std::int64_t options = std::ssize(studies) + 1, inputs = std::ssize(plan.inputs.inputs);
  check_kept(paths, (options + 1) * (inputs + 2), diagnostics);
}

}  // namespace

void ValueArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  scenarios.add_to(command, models);
  command
      .add_option("--metric", metric,
                  "the figure that options are chosen by, METRIC[:SCOPE][:PERIOD],\nsuch as npv or tco:CN-GD")
      ->type_name("FIGURE")
      ->capture_default_str();
  command.add_option("--better", better, "higher or lower, for a metric of which neither is better by itself")
      ->check(CLI::IsMember({"higher", "lower"}))
      ->type_name("WAY");
  command.add_flag("--against-zero", is_against_zero, "one more option: to do nothing, at which the figure is 0");
  command
      .add_option(
          "--groups", groups,
          "also what it is worth to know all inputs at or below a prefix, such as rollout.cost;\nmay be repeated")
      ->type_name("PREFIX")
      ->allow_extra_args(false);
  command.add_option("--out", folder, "folder for the results")->type_name("DIR")->capture_default_str();
  language.add_to(command);
}

std::vector<Study> ValueArguments::read(const std::vector<ModelEntry>& models) const {
  if (scenarios.paths.size() < 2 && !is_against_zero)
    throw input_error({}, "a decision needs two options at least, and one scenario was given",
                      "name another scenario, or add --against-zero to decide whether to do this one at all");
  return scenarios.read(models, Fewest::one, result_folder_check(folder));
}

ValuePlan plan_value(const ValueArguments& arguments, const std::vector<Study>& studies, Diagnostics& warnings) {
  ValuePlan plan;
  Diagnostics diagnostics;
  check_result_folder(arguments.folder, diagnostics);
  for (const FigureCells& figure : shared_figures(studies, {arguments.metric}, diagnostics)) {
    const OutputTable& table = studies.front().program->outputs();
    plan.figure = figure;
    plan.better = direction(arguments, table.block(table.at(figure.front()).block).metric, diagnostics);
  }
  plan.inputs = decision_inputs(studies);
  plan.factors = plan.inputs.factors;
  for (Factor& group : factors_below(plan.inputs.factors, arguments.groups, diagnostics))
    plan.factors.push_back(std::move(group));
  check_runs(studies, plan, diagnostics);
  refuse_other_futures(studies, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  warn_of_pairing(studies, warnings);
  return plan;
}

}  // namespace groundwork
