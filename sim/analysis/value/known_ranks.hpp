#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/analysis/sensitivity/rank_regression.hpp"
#include "sim/analysis/value/decision_inputs.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// What one knows of some paths once the inputs are known: where each input stands among them. Options that draw the
/// same number order the paths alike, whatever their distributions, so one column tells what all of them do. Where they
/// do not (correlations differ, or one distribution has few values), an input has a column of each order.
class KnownRanks {
 public:
  /// `results` by option, with their inputs kept.
  KnownRanks(const DecisionInputs& inputs, std::span<const Results> results, const std::vector<std::size_t>& paths);

  /// Midranks of the factor's columns, by path. They live as long as this does.
  std::vector<std::span<const double>> of(const Factor& factor) const;

 private:
  std::vector<Columns> ranks_;  ///< By input.
};

}  // namespace groundwork
