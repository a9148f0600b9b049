#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "sim/analysis/comparison/shared_figures.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/scenario_arguments.hpp"

namespace groundwork {

/// The arguments of `groundwork compare`.
struct CompareArguments {
  ScenarioArguments changes;  ///< Of every scenario.
  EngineArguments engine;
  std::vector<std::string> paths, metrics;
  std::string by, folder = "results/compare";

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
  /// All scenarios; none if anything is wrong with one. Shows what is wrong with any on standard error, once.
  std::vector<Study> read(const std::vector<ModelEntry>& models) const;
};

/// What to compare: cells by figure and scenario.
struct ComparePlan {
  std::vector<FigureCells> figures, places;

  /// Cells to keep of scenario `option`: figures, then places.
  std::vector<int> cells_of(std::size_t option) const;
};

/// An InputError tells all that is wrong; warnings go to `warnings`.
ComparePlan plan_comparison(const CompareArguments& arguments, const std::vector<Study>& studies,
                            Diagnostics& warnings);

/// File names without folder and extension, or paths if two have the same name.
std::vector<std::string> option_names(const std::vector<std::string>& paths);

}  // namespace groundwork
