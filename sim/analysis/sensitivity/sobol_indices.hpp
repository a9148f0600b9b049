#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// A figure on the matrices of a Sobol' design, by path: `a` and `b` are independent samples, factor i of
/// `a_with_b[i]` is from b and all others from a.
struct SobolSample {
  std::vector<double> a, b;
  std::vector<std::vector<double>> a_with_b;
};

/// Shares of the variance of a figure, by factor. Estimates may be negative, or above one.
struct SobolIndices {
  std::vector<Estimate> first;  ///< What the factor explains alone.
  std::vector<Estimate> total;  ///< What it takes part in: alone and together with others.
  Estimate explained;           ///< Sum of the first-order indices.
  std::int64_t paths = 0;       ///< With a value in every matrix; the others are left out.
  std::int64_t undefined = 0;   ///< The others.
  bool is_constant = false;  ///< The same on all of these paths: there is no variance to share, and the rest is empty.
};

/// First-order indices by Saltelli et al. (2010, Computer Physics Communications 181, 259-270, table 2 b), total ones
/// by Jansen (1999, the same table, f); errors by bootstrap of 1000 resamples with a fixed seed: of paths if they are
/// independent, of the 16 randomisations otherwise.
SobolIndices sobol_indices(const SobolSample& sample, Replication replication);

}  // namespace groundwork
