#pragma once

#include <cstdint>
#include <vector>

namespace groundwork {

/// An input column that has one value on every path.
struct FixedColumn {
  int column = 0;
  double value = 0.0;
};

/// What a run changes about its draws: for analyses that move some columns and leave all others as they were.
struct DrawChanges {
  std::vector<int> redrawn = {};        ///< Input columns that are drawn afresh, independent of the run's own numbers.
  std::uint64_t other_seed = 0;         ///< Seed of those; not the run's own.
  std::vector<FixedColumn> fixed = {};  ///< Inputs that are set. What is correlated with them is drawn as before.

  bool is_empty() const { return redrawn.empty() && fixed.empty(); }
};

}  // namespace groundwork
