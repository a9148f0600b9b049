#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

Action add_check_command(CLI::App& app, const std::vector<ModelEntry>& models) {
  CLI::App* const command = app.add_subcommand("check", "read a scenario and say everything that is wrong with it");
  const auto arguments = std::make_shared<ScenarioArguments>();
  arguments->add_to(*command, models);
  return [arguments, models] {
    const std::optional<Study> study = arguments->read(models);
    if (!study) return status_wrong_input;
    if (arguments->quiet) return status_done;
    int varying = 0;
    for (const Input& input : study->scenario.inputs) varying += input.distribution.is_fixed() ? 0 : 1;
    fmt::print("{}: fine. {} inputs, {} of them uncertain, and {} further draws a path; {} results.\n",
               study->scenario.path, study->scenario.inputs.size(), varying, study->draws.draws().size(),
               grouped(study->program->outputs().cells()));
    return status_done;
  };
}

}  // namespace groundwork
