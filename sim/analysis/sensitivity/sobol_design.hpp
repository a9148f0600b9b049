#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/sensitivity/factors.hpp"
#include "sim/analysis/sensitivity/sobol_indices.hpp"
#include "sim/engine/runner.hpp"

namespace groundwork {

/// Runs that a design with so many factors takes: both samples, and one for each factor.
inline int sobol_design_runs(std::size_t factors) { return static_cast<int>(factors) + 2; }

/// Why the study's sampler has no such design; empty if it has.
std::string sobol_design_problem(const Study& study);

/// What a design found.
struct SobolAnalysis {
  std::vector<Factor> factors;
  std::vector<int> cells;
  std::vector<SobolIndices> indices;  ///< By cell; their estimates by factor.
};

/// Runs the design with the independent `factors` for options.keep_cells; none if stopped.
std::optional<SobolAnalysis> run_sobol_design(const Study& study, const std::vector<Factor>& factors,
                                              const RunOptions& options);

}  // namespace groundwork
