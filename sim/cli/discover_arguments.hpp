#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "sim/analysis/discovery/discovery.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"

namespace groundwork {

/// The arguments of `groundwork discover`.
struct DiscoverArguments {
  ScenarioArguments scenario;
  EngineArguments engine;
  LanguageArgument language;
  std::vector<std::string> when, inputs;
  DiscoverySettings settings;
  std::string folder = "results/discover";

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
};

/// What was asked for, found in the study.
struct DiscoverPlan {
  std::vector<Condition> conditions;
  std::vector<Variable> variables;

  /// The cells of the conditions, each once.
  std::vector<int> cells() const;
};

/// An InputError tells all that is wrong.
DiscoverPlan plan_discovery(const DiscoverArguments& arguments, const Study& study);

}  // namespace groundwork
