#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "sim/engine/results.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// Paths up to which headline figures come from every path's value; beyond, from the sketch like all others.
inline constexpr std::int64_t exact_paths = std::int64_t{1} << 18;

/// How to run, none of which changes a result.
struct RunOptions {
  int threads = 0;                                  ///< 0: one for each core.
  Isa isa = Isa::scalar;                            ///< One of available_isas().
  bool keep_paths = false;                          ///< Keep the headline cells of every path.
  const std::atomic<bool>* stop = nullptr;          ///< Set to stop after the wave at work.
  std::function<void(std::int64_t)> progress = {};  ///< Told the number of paths done, after each wave.
};

/// Simulates `run.paths` paths of the study and summarises every cell. Results depend on scenario, seed, sampler and
/// number of paths only. Stopped, it answers for the paths done, in order from the first.
Results run_paths(const Study& study, const RunSettings& run, const RunOptions& options);

}  // namespace groundwork
