#include "sim/cli/discover_arguments.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "sim/cli/kept_values.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

void add_search(CLI::App& command, DiscoverySettings& settings) {
  command.add_option("--boxes", settings.most_boxes, "corners to look for, at most")
      ->check(CLI::Range(1, 20))
      ->type_name("N")
      ->capture_default_str();
  const auto set_density = [&settings](double density) { settings.choice.density = density; };
  command
      .add_option_function<double>("--density", set_density,
                                   "take the first corner of the trajectory in which it happens this often, 0 … 1,\n"
                                   "instead of the best trade-off")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("SHARE");
  command
      .add_option("--mass", settings.least_mass, "share of the searched paths that a corner must have at least, 0 … 1")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("SHARE")
      ->capture_default_str();
  command.add_option("--peel", settings.peel_share, "share of a corner's paths that one step takes off, 0.01 … 0.5")
      ->check(CLI::Range(0.01, 0.5))
      ->type_name("SHARE")
      ->capture_default_str();
}

std::int64_t random_columns(const Study& study) {
  Diagnostics none;
  return std::ssize(find_variables(study, {}, none));
}

}  // namespace

void DiscoverArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  scenario.add_to(command, models);
  engine.add_to(command, scenario);
  language.add_to(command);
  command
      .add_option("--when", when,
                  "what is looked for, \"FIGURE OP NUMBER\", such as \"over_budget:2023 > 0\" or \"tco > p90\";\n"
                  "OP is > >= < <=, NUMBER in the figure's unit or a percentile of its own;\nmay be repeated: all must "
                  "hold")
      ->required()
      ->type_name("CONDITION")
      ->allow_extra_args(false);
  command
      .add_option("--inputs", inputs,
                  "search only inputs and draws at or below a prefix, such as rollout.cost; may be repeated")
      ->type_name("PREFIX")
      ->allow_extra_args(false);
  add_search(command, settings);
  command.add_option("--out", folder, "folder for the results")->type_name("DIR")->capture_default_str();
}

std::vector<int> DiscoverPlan::cells() const {
  std::vector<int> cells;
  for (const Condition& condition : conditions)
    if (std::ranges::find(cells, condition.cell) == cells.end()) cells.push_back(condition.cell);
  return cells;
}

DiscoverPlan plan_discovery(const DiscoverArguments& arguments, const Study& study) {
  DiscoverPlan plan;
  Diagnostics diagnostics;
  check_result_folder(arguments.folder, diagnostics);
  for (const std::string& text : arguments.when)
    if (const auto condition = parse_condition(text, study.program->outputs(), diagnostics))
      plan.conditions.push_back(*condition);
  plan.variables = find_variables(study, arguments.inputs, diagnostics);
  const std::int64_t columns = random_columns(study);
  if (columns == 0)
    diagnostics.error({study.scenario.path, 0, 0}, "nothing in this scenario is uncertain, so there is nothing to tell",
                      "give an input a distribution, such as { dist = \"pert\", min = 1, mode = 2, max = 4 }");
  check_kept(study.scenario.run.paths, columns + std::ssize(plan.variables) + std::ssize(plan.conditions), diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  return plan;
}

}  // namespace groundwork
