#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/sensitivity/factors.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"

namespace groundwork {

/// The arguments of `groundwork sensitivity`.
struct SensitivityArguments {
  ScenarioArguments scenario;
  EngineArguments engine;
  std::vector<std::string> metrics, groups;
  LanguageArgument language;
  std::string by, design, folder = "results/sensitivity";
  bool tornado = false;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
};

/// What was asked for, found in the study.
struct SensitivityPlan {
  std::vector<int> cells, places;  ///< Figures, and the same by place.
  std::vector<Factor> groups, factors;
  std::int64_t runs = 1;

  /// Cells to keep: figures, then places.
  std::vector<int> kept_cells() const;
};

/// An InputError tells all that is wrong.
SensitivityPlan plan_sensitivity(const SensitivityArguments& arguments, const Study& study);

}  // namespace groundwork
