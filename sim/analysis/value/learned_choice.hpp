#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/analysis/sensitivity/rank_regression.hpp"

namespace groundwork {

/// What one would choose if some inputs were known (docs/value.md, "Value of an input").
struct LearnedChoice {
  /// By path: 0 to stay with the option that is chosen without knowing, k for the k-th other one. What to choose on a
  /// path comes from the paths of the other folds, so it knows nothing of the path's own outcome.
  std::vector<std::size_t> choices;
  /// By path: the gain that a regression on all paths promises for the best option, >= 0. Its mean is too high, as what
  /// fits best by chance looks best.
  std::vector<double> promised;
};

/// `known` are midranks of the known inputs by path. `gains` hold, for each other option, how much better it is on each
/// path than the one that is chosen; their means are <= 0. A regression of the gains on the ranks says what to expect
/// of each option. Where it explains no more than it would of noise, the mean is expected. `folds` has 0 …
/// randomisations - 1 for each path.
LearnedChoice learn_choice(const std::vector<std::span<const double>>& known, const Columns& gains,
                           const std::vector<int>& folds);

/// Fewest paths from which such a choice is learned with `columns` inputs: eight for each and for the mean, and four
/// for each fold. A rule of thumb; with so few, errors are large.
std::int64_t least_paths_to_learn(std::size_t columns);

}  // namespace groundwork
