#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep_plan.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/store/sweep_catalogue.hpp"

namespace groundwork {

/// The arguments of `groundwork sweep`.
struct SweepArguments {
  ScenarioArguments changes;  ///< Of every point.
  EngineArguments engine;
  LanguageArgument language;
  std::string path;  ///< Of the sweep; empty for a report.
  std::string database = "results/sweeps.db";
  std::string report;  ///< Database to report about.
  std::string title;   ///< Or number, of the sweep to report.
  std::string folder;  ///< For CSV; empty for none.
  std::vector<std::string> pareto;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
};

/// Reads and checks the sweep; shows what is wrong on standard error. None if there are errors.
std::optional<SweepPlan> plan_sweep(const SweepArguments& arguments, const std::vector<ModelEntry>& models);

/// The sweep that a report is about: the one that was asked for, else the last. An InputError if there is none.
const ListedSweep& chosen_sweep(const SweepArguments& arguments, const std::vector<ListedSweep>& sweeps);

}  // namespace groundwork
