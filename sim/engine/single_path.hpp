#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/results.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// All numbers of one path: inputs by column, outputs by cell.
struct PathRecord {
  std::vector<double> inputs;
  std::vector<double> outputs;
};

/// The path on which every input is at its mean and the model's draws are at their central values.
PathRecord central_path(const Study& study, Isa isa);

/// Path `path` of a run with these settings: the same numbers as in the run. path is in [0, run.paths).
PathRecord replay_path(const Study& study, const RunSettings& run, std::int64_t path, Isa isa);

/// A central path as results: every statistic is the value, errors are zero.
Results central_results(const Study& study, Isa isa);

}  // namespace groundwork
