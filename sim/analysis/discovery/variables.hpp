#pragma once

#include <string>
#include <vector>

#include "sim/analysis/discovery/box.hpp"
#include "sim/base/diagnostics.hpp"
#include "sim/contract/words.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// Something drawn that a box may limit.
struct Variable {
  int column = 0;    ///< Of the inputs.
  std::string name;  ///< "rollout.cost.ran"; of the model's draws "geography.spread.cost[CN-GD]", or
                     ///< "construction.disruption[5]" with the step counted from 0.
  std::string unit;  ///< "1" for a pure number.
  Words meaning;     ///< A few words for planners.
};

/// All that is drawn at or below one of the dotted prefixes, in column order; everything if there is none. A prefix
/// without uncertain input, and two that overlap, are wrong input.
std::vector<Variable> find_variables(const Study& study, const std::vector<std::string>& prefixes,
                                     Diagnostics& diagnostics);

/// What a restriction leaves of the variable's distribution: shares of its probability, 0 … 1.
struct KeptShare {
  double below = 0.0;  ///< Under the lower limit.
  double above = 0.0;  ///< Over the upper limit.

  double kept() const { return 1.0 - below - above; }
};
KeptShare kept_share(const Study& study, const Variable& variable, const Restriction& restriction);

/// Whether single values have a probability, as those of a discrete distribution: then a limit may be met exactly.
bool has_whole_values(const Study& study, const Variable& variable, const Restriction& restriction);

}  // namespace groundwork
