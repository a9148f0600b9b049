#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>

#include "sim/base/text.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/scenario/input_tables.hpp"

namespace groundwork {

namespace {

/// Whether `key` is `prefix` or lies below it.
bool is_below(const std::string& key, const std::string& prefix) {
  return prefix.empty() || key == prefix || (key.starts_with(prefix) && key[prefix.size()] == '.');
}

/// Prints inputs in one language.
class Printer {
 public:
  explicit Printer(Language language) : language_(language) {}

  void print(const Input& input) const {
    print_head(input.declaration);
    print_line({"value ", "取值"}, fmt::format("{} {}", input.distribution.text(), input.declaration.unit));
    if (!input.distribution.is_fixed()) print_spread(input.distribution);
    print_line({"source", "来源"}, input.source.empty() ? in(Words{"(none given)", "（未注明）"}) : input.source);
    print_line({"set at", "位置"}, input.position.text());
  }

  void print(const Setting& setting) const {
    const std::string& unit = setting.declaration.unit;
    print_head(setting.declaration);
    print_line({"value ", "取值"}, fmt::format("{}{}{}", setting.text, unit.empty() ? "" : " ", unit));
    print_line({"set at", "位置"}, setting.position.text());
  }

  void print(const DocumentedInput& input) const {
    const std::string& unit = input.declaration.unit;
    print_head(input.declaration);
    fmt::print("  {}{}{}\n", in(input.kind), unit.empty() ? "" : in(Words{", ", "，"}), unit);
  }

 private:
  const std::string& in(const Words& words) const { return words.in(language_); }

  void print_head(const Declaration& declaration) const {
    fmt::print("{}\n  {}\n", declaration.key, in(declaration.meaning));
  }

  void print_line(const Words& what, const std::string& text) const { fmt::print("  {}  {}\n", in(what), text); }

  void print_spread(const Distribution& distribution) const {
    const Words mean{"mean", "均值"};
    print_line({"spread", "分布"},
               fmt::format("{} {:.6g}, P5 {:.6g}, P50 {:.6g}, P95 {:.6g}", in(mean), distribution.mean(),
                           distribution.quantile(0.05), distribution.quantile(0.5), distribution.quantile(0.95)));
  }

  Language language_;
};

InputError no_such_input(const std::string& key, const std::vector<std::string>& keys) {
  const std::string guess = closest(key, keys);
  return input_error(
      {}, fmt::format("there is no input '{}'", key),
      guess.empty() ? "`groundwork explain SCENARIO` lists all" : fmt::format("did you mean '{}'?", guess));
}

/// Prints those that are at or below `key`; how many there are.
template <class Inputs>
int print_below(const Inputs& inputs, const std::string& key, const Printer& printer) {
  int found = 0;
  for (const auto& input : inputs)
    if (is_below(input.declaration.key, key)) {
      printer.print(input);
      ++found;
    }
  return found;
}

/// What may be set at or below `key`, without a scenario.
int explain_declared(Model& model, const std::string& key, const Printer& printer) {
  const std::vector<DocumentedInput> inputs = documented_inputs(model);
  std::vector<std::string> keys;
  for (const DocumentedInput& input : inputs) keys.push_back(input.declaration.key);
  if (print_below(inputs, key, printer) == 0) throw no_such_input(key, keys);
  return status_done;
}

int explain_scenario(const Scenario& scenario, const std::string& key, const Printer& printer) {
  std::vector<std::string> keys;
  for (const Input& input : scenario.inputs) keys.push_back(input.declaration.key);
  for (const Setting& setting : scenario.settings) keys.push_back(setting.declaration.key);
  const int settings = print_below(scenario.settings, key, printer);
  const int quantities = print_below(scenario.inputs, key, printer);
  if (settings + quantities == 0) throw no_such_input(key, keys);
  return status_done;
}

}  // namespace

Action add_explain_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("explain", "show inputs: meaning, value, unit, source and where they were set");
  const auto arguments = std::make_shared<ScenarioArguments>();
  const auto key = std::make_shared<std::string>();
  const auto language = std::make_shared<LanguageArgument>();
  arguments->add_to(*command, models);
  language->add_to(*command);
  command->add_option("KEY", *key, "an input or a group of inputs, such as rollout.cost; all if left out");
  command->footer(R"(
Examples:
  groundwork explain scenarios/national-2020.toml rollout.cost
      values there, their spread, source and where they were set
  groundwork explain rollout.cost
      without a scenario: what may be set there
)");
  return [arguments, key, language, models] {
    const Printer printer(language->language());
    if (key->empty() && !std::filesystem::exists(arguments->request.path) &&
        !arguments->request.path.ends_with(".toml"))
      return explain_declared(*arguments->make_model(models), arguments->request.path, printer);
    const std::optional<Study> study = arguments->read(models);
    return study ? explain_scenario(study->scenario, *key, printer) : status_wrong_input;
  };
}

}  // namespace groundwork
