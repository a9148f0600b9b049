#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>

#include "sim/base/text.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/scenario/input_tables.hpp"

namespace groundwork {

namespace {

/// Whether `key` is `prefix` or lies below it.
bool is_below(const std::string& key, const std::string& prefix) {
  return prefix.empty() || key == prefix || (key.starts_with(prefix) && key[prefix.size()] == '.');
}

void print_input(const Input& input) {
  const Declaration& declaration = input.declaration;
  fmt::print("{}\n  {}\n  value   {} {}\n", declaration.key, declaration.meaning, input.distribution.text(),
             declaration.unit);
  if (!input.distribution.is_fixed())
    fmt::print("  spread  mean {:.6g}, P5 {:.6g}, P50 {:.6g}, P95 {:.6g}\n", input.distribution.mean(),
               input.distribution.quantile(0.05), input.distribution.quantile(0.5), input.distribution.quantile(0.95));
  fmt::print("  source  {}\n  set at  {}\n", input.source.empty() ? "(none given)" : input.source,
             input.position.text());
}

void print_setting(const Setting& setting) {
  const Declaration& declaration = setting.declaration;
  fmt::print("{}\n  {}\n  value   {}{}{}\n  set at  {}\n", declaration.key, declaration.meaning, setting.text,
             declaration.unit.empty() ? "" : " ", declaration.unit, setting.position.text());
}

InputError no_such_input(const std::string& key, const std::vector<std::string>& keys) {
  const std::string guess = closest(key, keys);
  return input_error(
      {}, fmt::format("there is no input '{}'", key),
      guess.empty() ? "`groundwork explain SCENARIO` lists all" : fmt::format("did you mean '{}'?", guess));
}

/// Prints what is at or below `key`; how many there are.
int print_below(const Scenario& scenario, const std::string& key) {
  int found = 0;
  for (const Setting& setting : scenario.settings)
    if (is_below(setting.declaration.key, key)) {
      print_setting(setting);
      ++found;
    }
  for (const Input& input : scenario.inputs)
    if (is_below(input.declaration.key, key)) {
      print_input(input);
      ++found;
    }
  return found;
}

/// What is declared at or below `key`, without a scenario; how many inputs there are.
int print_declared_below(const std::vector<DocumentedInput>& inputs, const std::string& key) {
  int found = 0;
  for (const DocumentedInput& input : inputs) {
    const Declaration& declaration = input.declaration;
    if (!is_below(declaration.key, key)) continue;
    fmt::print("{}\n  {}\n  {}{}{}\n", declaration.key, declaration.meaning, input.kind,
               declaration.unit.empty() ? "" : ", ", declaration.unit);
    ++found;
  }
  return found;
}

int explain_declared(Model& model, const std::string& key) {
  const std::vector<DocumentedInput> inputs = documented_inputs(model);
  std::vector<std::string> keys;
  for (const DocumentedInput& input : inputs) keys.push_back(input.declaration.key);
  if (print_declared_below(inputs, key) == 0) throw no_such_input(key, keys);
  return status_done;
}

int explain_scenario(const Scenario& scenario, const std::string& key) {
  std::vector<std::string> keys;
  for (const Input& input : scenario.inputs) keys.push_back(input.declaration.key);
  for (const Setting& setting : scenario.settings) keys.push_back(setting.declaration.key);
  if (print_below(scenario, key) == 0) throw no_such_input(key, keys);
  return status_done;
}

}  // namespace

Action add_explain_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("explain", "show inputs: meaning, value, unit, source and where they were set");
  const auto arguments = std::make_shared<ScenarioArguments>();
  const auto key = std::make_shared<std::string>();
  arguments->add_to(*command, models);
  command->add_option("KEY", *key, "an input or a group of inputs, such as rollout.cost; all if left out");
  command->footer(R"(
Examples:
  groundwork explain scenarios/national-2020.toml rollout.cost
      values there, their spread, source and where they were set
  groundwork explain rollout.cost
      without a scenario: what may be set there
)");
  return [arguments, key, models] {
    if (key->empty() && !std::filesystem::exists(arguments->request.path) &&
        !arguments->request.path.ends_with(".toml"))
      return explain_declared(*arguments->make_model(models), arguments->request.path);
    const std::optional<Study> study = arguments->read(models);
    return study ? explain_scenario(study->scenario, *key) : status_wrong_input;
  };
}

}  // namespace groundwork
