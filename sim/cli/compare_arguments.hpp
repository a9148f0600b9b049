#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "sim/analysis/comparison/shared_figures.hpp"
#include "sim/cli/compared_scenarios.hpp"
#include "sim/cli/language_argument.hpp"

namespace groundwork {

/// The arguments of `groundwork compare`.
struct CompareArguments {
  ComparedScenarios scenarios;
  std::vector<std::string> metrics;
  LanguageArgument language;
  std::string by, folder = "results/compare";

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
};

/// What to compare: cells by figure and scenario.
struct ComparePlan {
  std::vector<FigureCells> figures, places;

  std::vector<FigureCells> all() const;
};

/// An InputError tells all that is wrong; warnings go to `warnings`.
ComparePlan plan_comparison(const CompareArguments& arguments, const std::vector<Study>& studies,
                            Diagnostics& warnings);

}  // namespace groundwork
