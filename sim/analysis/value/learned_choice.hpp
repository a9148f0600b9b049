#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/analysis/sensitivity/rank_regression.hpp"

namespace groundwork {

/// What one would choose if some inputs were known (docs/value.md, "Value of an input").
///
/// `known` are midranks of the known inputs by path. `gains` hold, for each other option, how much better it is on each
/// path than the option that is chosen without knowing. A regression of the gains on the ranks says what to expect of
/// each option; its choice for a path comes from the paths of the other folds, so that it knows nothing of the path's
/// own outcome. `folds` has 0 … randomisations - 1 for each path.
///
/// By path: 0 to stay with the option, k for the k-th other one.
std::vector<std::size_t> learned_choices(const std::vector<std::span<const double>>& known, const Columns& gains,
                                         const std::vector<int>& folds);

/// Fewest paths from which such a choice is learned with `columns` inputs: eight for each and for the mean, and four
/// for each fold. A rule of thumb; with so few, errors are large.
std::int64_t least_paths_to_learn(std::size_t columns);

}  // namespace groundwork
