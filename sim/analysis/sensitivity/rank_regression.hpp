#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// Values of several quantities on the same paths, one vector each.
using Columns = std::vector<std::vector<double>>;

/// Ranks 1 … n; equal values share the mean of theirs.
std::vector<double> midranks(std::span<const double> values);
Columns midranks_of(const Columns& columns);

/// How an output goes with each input, on its own and with the others held fixed (docs/sensitivity.md). In [-1, 1] but
/// for `standardised`; zero for an input that is constant.
struct RankRegression {
  std::vector<Estimate> spearman;      ///< Correlation of ranks.
  std::vector<Estimate> partial;       ///< Partial rank correlation (PRCC).
  std::vector<Estimate> standardised;  ///< Standardised regression coefficients (SRC), on values.
  double r_squared = 0.0;              ///< Share of the variance that the linear regression explains, 0 … 1.
  double rank_r_squared = 0.0;         ///< The same of the ranks.
};

/// Fewest paths from which `columns` inputs can be told apart.
std::int64_t least_paths(std::size_t columns);

/// Of inputs with these values and midranks. Output and paths: at least least_paths, finite, not all equal
/// (std::logic_error).
RankRegression rank_regression(const Columns& inputs, const Columns& input_ranks, const std::vector<double>& output);

}  // namespace groundwork
