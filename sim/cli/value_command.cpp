#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <map>
#include <memory>

#include "sim/analysis/comparison/paired_runs.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/value_arguments.hpp"
#include "sim/engine/tally.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/value/value_csv.hpp"
#include "sim/report/value/value_json.hpp"
#include "sim/report/value/value_text.hpp"

namespace groundwork {

namespace {

/// What is decided about; the value is left to the caller.
ValueReport describe(const ValueArguments& arguments, const std::vector<Study>& studies, const ValuePlan& plan) {
  const OutputTable& table = studies.front().program->outputs();
  const Cell cell = table.at(plan.figure.front());
  const MetricBlock& block = table.block(cell.block);
  ValueReport report{{},
                     block.metric,
                     table.scopes()[static_cast<std::size_t>(cell.scope)],
                     block.periods[static_cast<std::size_t>(cell.period)],
                     studies.front().scenario.run,
                     {}};
  report.metric.better = plan.better;
  const std::vector<std::string> names = option_names(arguments.scenarios.paths);
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const Scenario& scenario = studies[i].scenario;
    report.options.push_back({names[i], scenario.title, scenario.path, scenario.digest});
  }
  if (arguments.is_against_zero) report.options.push_back({"do nothing", {"The figure is 0", "不实施"}, "", ""});
  return report;
}

DecisionValue analyse(const ValueArguments& arguments, const ValuePlan& plan, const std::vector<Results>& results) {
  Decision decision{{}, plan.better, replication_of(results.front().run.sampler)};
  for (const Results& option : results) decision.options.emplace_back(option.kept.front().values);
  const std::vector<double> zero(results.front().kept.front().values.size(), 0.0);
  if (arguments.is_against_zero) decision.options.emplace_back(zero);
  if (const std::string problem = decision_problem(decision, plan.factors); !problem.empty())
    throw input_error({}, problem, "run more --paths, or choose a figure that has a value on more of them");
  return value_of_information(decision, plan.inputs, results, plan.factors);
}

std::map<std::string, std::string> files_of(const ValueReport& report, const std::vector<Study>& studies) {
  std::map<std::string, std::string> files{{"value.csv", value_csv(report)},
                                           {"options.csv", options_csv(report)},
                                           {"summary.json", value_json(report, GROUNDWORK_VERSION)}};
  for (std::size_t i = 0; i < studies.size(); ++i)
    files[fmt::format("scenario-{}.toml", i + 1)] = studies[i].scenario.resolved;
  return files;
}

void print_value(const ValueArguments& arguments, const ValueReport& report) {
  const Language language = arguments.language.language();
  fmt::print("{}\n{}\n", value_text(report, language), results_in(arguments.folder).in(language));
}

int tell_value(const ValueArguments& arguments, const std::vector<ModelEntry>& models) {
  const std::vector<Study> studies = arguments.read(models);
  if (studies.empty()) return status_wrong_input;
  Diagnostics warnings;
  const ValuePlan plan = plan_value(arguments, studies, warnings);
  const bool is_quiet = arguments.scenarios.changes.quiet;
  if (!is_quiet) fmt::print(stderr, "{}", warnings.text());
  ProgressBar bar(is_quiet, std::ssize(studies) * studies.front().scenario.run.paths);
  RunOptions options = arguments.scenarios.engine.options(bar);
  options.keep_inputs = true;
  const std::vector<Results> results = run_paired(studies, {plan.figure}, options);
  if (results.size() < studies.size()) {
    fmt::print(stderr, "groundwork: stopped before all options were run; nothing was written\n");
    return status_interrupted;
  }
  ValueReport report = describe(arguments, studies, plan);
  report.value = analyse(arguments, plan, results);
  write_folder(arguments.folder, files_of(report, studies));
  if (!is_quiet) print_value(arguments, report);
  return status_done;
}

}  // namespace

Action add_value_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("value", "say what it is worth to know more before choosing one of several scenarios");
  const auto arguments = std::make_shared<ValueArguments>();
  arguments->add_to(*command, models);
  command->footer(R"(
Examples:
  groundwork value scenarios/national-2020.toml scenarios/what-if/no-sharing.toml --metric tco
      which of the two to choose, and what knowing an input first would be worth
  groundwork value scenarios/national-2020.toml scenarios/what-if/no-sharing.toml --metric tco --groups rollout.cost
      also of all costs of stations together
  groundwork value scenarios/national-2020.toml --metric npv:datacenter --against-zero
      whether to build at all

Writes to the folder: value.csv (a line for everything and each input), options.csv, summary.json (the same, with seed and
digests) and scenario-1.toml, scenario-2.toml, … What the numbers mean: docs/value.md. --set, --paths, --seed and --sampler
apply to all scenarios; paths, seed and sampler are otherwise those of the first.
)");
  return [arguments, models] { return tell_value(*arguments, models); };
}

}  // namespace groundwork
