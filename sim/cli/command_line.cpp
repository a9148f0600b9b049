#include "sim/cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <string>
#include <utility>

#include "sim/base/diagnostics.hpp"
#include "sim/base/text.hpp"
#include "sim/cli/commands.hpp"

namespace groundwork {

namespace {

constexpr const char* examples = R"(
Examples:
  groundwork run scenarios/national-2020.toml
      simulate the national baseline; table here, results in results/national-2020
  groundwork run scenarios/national-2020.toml --set sharing.enabled=false --out results/alone
      the same without shared building
  groundwork compare scenarios/national-2020.toml my-plan.toml
      what my plan changes, path by path on the same random numbers
  groundwork backtest scenarios/national-2020.toml
      hold it against published figures: where each lies in its simulated distribution
  groundwork sensitivity scenarios/national-2020.toml --metric tco
      which inputs the uncertainty of a figure comes from
  groundwork discover scenarios/national-2020.toml --when "over_budget:2023 > 0"
      what has to be true of the inputs for this to go wrong
  groundwork sweep scenarios/sweeps/sharing-and-pace.toml
      many settings at once: what moves a figure, which settings are best
  groundwork value scenarios/national-2020.toml my-plan.toml --metric npv
      what it is worth to know more before choosing one of the two
  groundwork optimise scenarios/plans/same-coverage-for-less.toml
      which levers reach the same coverage for less
  groundwork report results/national-2020 --open
      one page with charts, maps and every input, to read, send and print
  groundwork export results/national-2020 --xlsx national-2020.xlsx
      the same figures as a spreadsheet, to work on
  groundwork check my-plan.toml
      say everything that is wrong with a scenario, without running it
  groundwork explain my-plan.toml rollout.cost
      what the inputs there mean, their values and where they were set

Exit status: 0 done, 1 failed, 2 wrong input, 130 interrupted (what was finished is saved).
)";

int run_action(const Action& action) {
  try {
    return action();
  } catch (const InputError& error) {
    fmt::print(stderr, "{}", error.what());
    return status_wrong_input;
  } catch (const std::exception& error) {
    fmt::print(stderr, "groundwork: {}\n", error.what());
    return status_failed;
  }
}

}  // namespace

int command_line(int argc, char** argv, const std::vector<ModelEntry>& models) {
  CLI::App app("Groundwork simulates infrastructure investment: a scenario in, distributions out.", "groundwork");
  app.footer(examples);
  app.require_subcommand(0, 1);  // none: said below, so that an unknown option is called just that
  std::vector<std::pair<CLI::App*, Action>> commands;
  const auto add = [&](Action action) {
    commands.emplace_back(app.get_subcommands(nullptr).back(), std::move(action));
  };
  add(add_run_command(app, models));
  add(add_compare_command(app, models));
  add(add_backtest_command(app, models));
  add(add_sensitivity_command(app, models));
  add(add_discover_command(app, models));
  add(add_sweep_command(app, models));
  add(add_value_command(app, models));
  add(add_optimise_command(app, models));
  add(add_report_command(app));
  add(add_export_command(app));
  add(add_check_command(app, models));
  add(add_explain_command(app, models));
  add(add_reference_command(app, models));
  add(add_version_command(app));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? status_done : status_wrong_input;
  }
  for (const auto& [command, action] : commands)
    if (command->parsed()) return run_action(action);
  std::vector<std::string> names;
  for (const auto& [command, action] : commands) names.push_back(command->get_name());
  fmt::print(stderr, "groundwork: name a command: {}\n{}", joined(names, ", "), examples);
  return status_wrong_input;
}

}  // namespace groundwork
