#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "sim/analysis/comparison/shared_figures.hpp"
#include "sim/analysis/value/decision_inputs.hpp"
#include "sim/cli/compared_scenarios.hpp"
#include "sim/cli/language_argument.hpp"

namespace groundwork {

/// The arguments of `groundwork value`.
struct ValueArguments {
  ComparedScenarios scenarios;
  LanguageArgument language;
  std::string metric = "npv", better, folder = "results/value";
  std::vector<std::string> groups;
  bool is_against_zero = false;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
  /// Two scenarios, or one against doing nothing (InputError); none if anything is wrong with one.
  std::vector<Study> read(const std::vector<ModelEntry>& models) const;
};

/// What was asked for, found in the studies.
struct ValuePlan {
  FigureCells figure;
  Better better = Better::higher;
  DecisionInputs inputs;
  std::vector<Factor> factors;  ///< Every single one, then the groups.
};

/// An InputError tells all that is wrong; warnings go to `warnings`.
ValuePlan plan_value(const ValueArguments& arguments, const std::vector<Study>& studies, Diagnostics& warnings);

}  // namespace groundwork
