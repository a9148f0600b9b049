#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/report/run/metric_table.hpp"
#include "sim/scenario/input_tables.hpp"

namespace groundwork {

Action add_reference_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command =
      app.add_subcommand("reference", "print the tables of all inputs, distributions or metrics (Markdown)");
  const auto part = std::make_shared<std::string>();
  command->add_option("PART", *part, "inputs, distributions or metrics")
      ->required()
      ->check(CLI::IsMember({"inputs", "distributions", "metrics"}));
  const auto arguments = std::make_shared<ScenarioArguments>();
  arguments->add_to(*command, models);
  const auto language = std::make_shared<LanguageArgument>();
  language->add_to(*command);
  return [part, arguments, language, models] {
    const std::unique_ptr<Model> model = arguments->make_model(models);
    if (*part == "inputs") fmt::print("{}", input_tables(documented_inputs(*model), language->language()));
    if (*part == "distributions") fmt::print("{}", distribution_table());
    if (*part != "metrics") return status_done;
    const std::optional<Study> study = arguments->read(models);
    if (!study) return status_wrong_input;
    fmt::print("{}", metric_table(study->program->outputs(), language->language()));
    return status_done;
  };
}

}  // namespace groundwork
