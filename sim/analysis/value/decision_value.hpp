#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/comparison/paired_difference.hpp"
#include "sim/analysis/estimate.hpp"
#include "sim/analysis/value/decision_inputs.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// A choice of one of several options by the mean of a figure.
struct Decision {
  std::vector<PathValues> options;  ///< The figure of each, on the same paths; at least two.
  Better better = Better::higher;   ///< Not neither.
  Replication replication = Replication::independent;
};

struct OptionValue {
  Estimate mean;  ///< Of the figure.
  Estimate best;  ///< Probability that no other option is better, 0 … 1.
  Estimate loss;  ///< Expected regret, >= 0, in the unit of the figure.
};

/// What it is worth to know a factor before choosing (EVPPI), in the unit of the figure.
struct FactorValue {
  Factor factor;
  Estimate value;    ///< What is gained on average; scatters around zero if the factor is not worth knowing.
  Estimate share;    ///< Of the value of knowing everything. NaN if that is zero.
  Estimate changes;  ///< How often one would choose another option by the rule that these paths teach, 0 … 1. Its error
                     ///< is that of a share of the paths; another rule, of other paths, may choose more or less often.
};

/// What it is worth to know more before choosing.
struct DecisionValue {
  std::vector<OptionValue> options;
  std::size_t chosen = 0;            ///< The option with the best mean; of equals the first.
  std::size_t runner_up = 0;         ///< The best mean of the others.
  Estimate lead;                     ///< Mean of the chosen option less that of the runner-up, or the reverse; >= 0.
  Estimate perfect;                  ///< Value of knowing everything (EVPI): the expected loss of the chosen option.
  Estimate changes;                  ///< Probability that another option is better than the chosen one, 0 … 1.
  std::vector<FactorValue> factors;  ///< Most valuable first.
  std::int64_t paths = 0;            ///< On which every option has a value; the others are left out.
  std::int64_t undefined = 0;        ///< The others.

  /// Whether no other option is better on any of these paths.
  bool is_sure() const { return changes.value == 0.0; }
};

/// Why too few paths have a value; empty if there are enough.
std::string decision_problem(const Decision& decision, const std::vector<Factor>& factors);

/// The value of each of `factors`, which are of `inputs`. `results` have kept_inputs and belong to the first options;
/// an option behind them depends on no input. Ask decision_problem first (std::logic_error).
DecisionValue value_of_information(const Decision& decision, const DecisionInputs& inputs,
                                   std::span<const Results> results, const std::vector<Factor>& factors);

}  // namespace groundwork
