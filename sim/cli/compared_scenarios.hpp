#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/scenario_arguments.hpp"

namespace groundwork {

/// How few scenarios a command takes.
enum class Fewest { one, two };

/// The arguments of commands that run several scenarios on the same random numbers.
struct ComparedScenarios {
  std::vector<std::string> paths;  ///< The baseline first.
  ScenarioArguments changes;       ///< Of every scenario.
  EngineArguments engine;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
  /// All scenarios; none if anything is wrong with one. Shows what is wrong with any on standard error, once, together
  /// with what `others` finds. An InputError if there are fewer than `fewest`, or one is named twice.
  std::vector<Study> read(const std::vector<ModelEntry>& models, Fewest fewest, const OtherChecks& others) const;
};

/// What makes scenarios hard to compare with the first though they can be.
void warn_of_pairing(const std::vector<Study>& studies, Diagnostics& warnings);

/// File names without folder and extension, or paths if two have the same name.
std::vector<std::string> option_names(const std::vector<std::string>& paths);

}  // namespace groundwork
