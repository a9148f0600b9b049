#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>

#include "sim/base/text.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_arguments.hpp"

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
  fmt::print("{}\n  {}\n  value   {} {}\n  set at  {}\n", declaration.key, declaration.meaning, setting.text,
             declaration.unit, setting.position.text());
}

InputError no_such_input(const Scenario& scenario, const std::string& key) {
  std::vector<std::string> keys;
  for (const Input& input : scenario.inputs) keys.push_back(input.declaration.key);
  for (const Setting& setting : scenario.settings) keys.push_back(setting.declaration.key);
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

}  // namespace

Action add_explain_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("explain", "show inputs: meaning, value, unit, source and where they were set");
  const auto arguments = std::make_shared<ScenarioArguments>();
  const auto key = std::make_shared<std::string>();
  arguments->add_to(*command, models);
  command->add_option("KEY", *key, "an input or a group of inputs, such as rollout.cost; all if left out");
  return [arguments, key, models] {
    const std::optional<Study> study = arguments->read(models);
    if (!study) return status_wrong_input;
    if (print_below(study->scenario, *key) == 0) throw no_such_input(study->scenario, *key);
    return status_done;
  };
}

}  // namespace groundwork
