#pragma once

#include <span>
#include <vector>

#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// The share of an output's variance that a block of inputs explains by the sum of a function of each, from paths that
/// were drawn anyway (docs/sensitivity.md, "From one run"). For one input this is its first-order Sobol' index.
struct ExplainedShare {
  double value = 0.0;             ///< Adjusted R²; may be slightly negative where there is no effect.
  double noise_variance = 0.0;    ///< Variance of the value if the block had no effect.
  std::vector<double> influence;  ///< By path: what it adds to the value's error, times the number of paths.

  /// Of two independent blocks together.
  ExplainedShare& operator+=(const ExplainedShare& other);
};

/// From the midranks of the block's inputs by path. The output is finite and not constant (std::logic_error), and is
/// known on at least three paths more than there are inputs.
ExplainedShare explained_share(const std::vector<std::span<const double>>& ranks, const std::vector<double>& output);

/// The share with its error. Paths are taken as independent.
Estimate estimate_of(const ExplainedShare& share);

}  // namespace groundwork
