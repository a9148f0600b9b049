#pragma once

#include <span>
#include <vector>

#include "sim/analysis/comparison/shared_figures.hpp"
#include "sim/engine/runner.hpp"

namespace groundwork {

/// Runs every study as the first says, so that path i of one has the random numbers of path i of another, and keeps the
/// cells of `figures`. `options` are for each; progress is told the paths of all runs so far. Fewer results than
/// studies if it was stopped: those that were done.
std::vector<Results> run_paired(std::span<const Study> studies, const std::vector<FigureCells>& figures,
                                const RunOptions& options);

}  // namespace groundwork
