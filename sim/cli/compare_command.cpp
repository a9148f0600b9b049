#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "sim/analysis/comparison/comparison.hpp"
#include "sim/analysis/comparison/paired_runs.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/compare_arguments.hpp"
#include "sim/report/comparison/comparison_csv.hpp"
#include "sim/report/comparison/comparison_json.hpp"
#include "sim/report/comparison/comparison_table.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

Comparison compare(const CompareArguments& arguments, const std::vector<Study>& studies, const ComparePlan& plan,
                   const std::vector<Results>& results) {
  Comparison comparison;
  const std::vector<std::string> names = option_names(arguments.scenarios.paths);
  std::vector<const Scenario*> scenarios;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const Scenario& scenario = studies[i].scenario;
    scenarios.push_back(&scenario);
    comparison.options.push_back({names[i], scenario.title, scenario.path, scenario.digest});
  }
  comparison.inputs = differing_inputs(scenarios);
  comparison.run = studies.front().scenario.run;
  comparison.by = arguments.by;
  const std::size_t figures = plan.figures.size();
  for (std::size_t column = 0; column < figures + plan.places.size(); ++column)
    (column < figures ? comparison.figures : comparison.places).push_back(compare_kept(results, column));
  return comparison;
}

int run(const CompareArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::vector<Study> studies =
      arguments.scenarios.read(models, Fewest::two, result_folder_check(arguments.folder));
  if (studies.empty()) return status_wrong_input;
  Diagnostics warnings;
  const ComparePlan plan = plan_comparison(arguments, studies, warnings);
  const bool is_quiet = arguments.scenarios.changes.quiet;
  if (!is_quiet) fmt::print(stderr, "{}", warnings.text());
  ProgressBar bar(is_quiet, std::ssize(studies) * studies.front().scenario.run.paths);
  const std::vector<Results> results = run_paired(studies, plan.all(), arguments.scenarios.engine.options(bar));
  if (results.size() < studies.size()) {
    fmt::print(stderr, "groundwork: stopped before all scenarios were run; nothing was written\n");
    return status_interrupted;
  }
  const Language language = arguments.language.language();
  const Comparison comparison = compare(arguments, studies, plan, results);
  if (!is_quiet) fmt::print("{}", comparison_table(comparison, language));
  write_folder(arguments.folder, {{"comparison.csv", comparison_csv(comparison)},
                                  {"comparison.json", comparison_json(comparison, GROUNDWORK_VERSION)}});
  if (!is_quiet) fmt::print("{}{}\n", Words{"Comparison in ", "对比结果保存在 "}.in(language), arguments.folder);
  return status_done;
}

}  // namespace

Action add_compare_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command = app.add_subcommand("compare", "compare scenarios path by path, on the same random numbers");
  const auto arguments = std::make_shared<CompareArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork compare scenarios/national-2020.toml scenarios/what-if/no-sharing.toml
  groundwork compare scenarios/national-2020.toml scenarios/what-if/*.toml --metric tco --metric co2
  groundwork compare scenarios/national-2020.toml my-plan.toml --metric tco --by province

Differences are against the first scenario. Writes to the folder: comparison.csv (a line for each figure and scenario:
difference, chance to be better, stochastic dominance, regret) and comparison.json. --set, --paths, --seed and --sampler
apply to all scenarios; paths, seed and sampler are otherwise those of the first.
)");
  return [arguments, models] { return run(*arguments, models); };
}

}  // namespace groundwork
