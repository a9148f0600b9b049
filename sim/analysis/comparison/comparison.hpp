#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/comparison/dominance.hpp"
#include "sim/analysis/comparison/paired_difference.hpp"
#include "sim/analysis/comparison/regret.hpp"
#include "sim/analysis/comparison/scenario_differences.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// One of the scenarios that are compared.
struct ComparedOption {
  std::string name;  ///< Short, unlike the others'.
  Words title = Words::same("");
  std::string path;
  std::string digest;  ///< Of the scenario.
};

/// One figure of all options. Where the metric is neither better high nor low, there are no regrets and no dominance.
struct FigureComparison {
  Metric metric{"", "", Words::same(""), Words::same("")};
  Scope scope{"", Words::same(""), ""};
  std::string period;
  std::vector<Summary> own;                   ///< By option.
  std::vector<PairedDifference> differences;  ///< Of the second option, the third, … against the first.
  std::vector<Regret> regrets;                ///< By option.
  std::vector<Dominance> dominance;           ///< As `differences`.
};

/// Several scenarios on the same random numbers; the first is the baseline.
struct Comparison {
  std::vector<ComparedOption> options;
  std::vector<InputDifference> inputs;
  RunSettings run;
  std::vector<FigureComparison> figures;
  std::string by;                        ///< Kind of scope of `places`; empty if there are none.
  std::vector<FigureComparison> places;  ///< Of each figure, by scope.
};

/// Compares one figure; names are left to the caller.
FigureComparison compare_figure(std::span<const PathValues> options, Better better, Replication replication);

/// Column `column` of what the runs kept, which is the same figure in all of them.
FigureComparison compare_kept(std::span<const Results> results, std::size_t column);

}  // namespace groundwork
