#pragma once

#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/input_tree.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// A rank correlation between two inputs that vary; `first` < `second` are columns.
struct CorrelatedPair {
  int first = 0;
  int second = 0;
  double spearman = 0.0;  ///< Between -1 and 1, both excluded.
  SourcePosition position;
};

/// Each pair once.
struct CorrelatedPairs {
  std::vector<CorrelatedPair> pairs;
  bool complete = true;  ///< No input was left out because it is fixed.
};

/// The pairs of `correlation`: a list of { between = [keys], spearman = x } and { between = [keys], matrix = rows },
/// each with an optional source. An input that is fixed elsewhere than in the file of the entry is left
/// out with a warning; other faults are errors. `tree` suggests keys.
CorrelatedPairs read_correlations(const Node& correlation, const std::vector<Input>& inputs, const InputTree& tree,
                                  Diagnostics& diagnostics);

}  // namespace groundwork
