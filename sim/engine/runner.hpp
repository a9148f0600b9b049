#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/engine/checkpoint.hpp"
#include "sim/engine/draw_changes.hpp"
#include "sim/engine/precision.hpp"
#include "sim/engine/results.hpp"
#include "sim/engine/tally.hpp"
#include "sim/scenario/study.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// What to do with a run's state so that another can go on from it.
struct SaveOptions {
  std::function<void(std::int64_t paths, const std::string& state)> save;  ///< Also called when the run ends.
  double every_seconds = 60.0;
};

/// Which cells a run summarises.
enum class Summarised {
  every_cell,
  none,  ///< What is kept is the answer: spares counting, and outputs do not leave the cache.
};

/// How to run. But for `precision` and `seconds`, which say when to end, and `changes`, none of it changes a result.
struct RunOptions {
  int threads = 0;                                  ///< 0: one for each core.
  Isa isa = Isa::scalar;                            ///< One of available_isas().
  bool keep_paths = false;                          ///< Keep the headline cells of every path.
  std::vector<int> keep_cells = {};                 ///< Keep these too. Not together with `resume`.
  bool keep_inputs = false;                         ///< Keep what was drawn. Not together with `resume`.
  Summarised summarised = Summarised::every_cell;   ///< `none` not with what sees tally or waves.
  const std::atomic<bool>* stop = nullptr;          ///< Set to stop after the wave at work.
  std::function<void(std::int64_t)> progress = {};  ///< Told the number of paths done, after each wave.
  std::function<void(const Wave&)> each_wave = {};  ///< Shown the outputs, in path order, one call at a time.
  std::vector<PrecisionTarget> precision = {};      ///< End when all are met; run.paths is the most there may be.
  double seconds = 0.0;                             ///< End after the wave in which they pass; 0: no limit.
  const Checkpoint* resume = nullptr;  ///< Without resume_problem, and with kept columns if they are asked for.
  SaveOptions saving = {};
  DrawChanges changes = {};  ///< To what is drawn. Not together with `resume` or `saving`.
};

/// Simulates `run.paths` paths of the study. Results depend on scenario, seed, sampler and
/// number of paths only. Ended early, it answers for the paths done, in order from the first.
Results run_paths(const Study& study, const RunSettings& run, const RunOptions& options);

/// The same from within a job of run_jobs (sim/engine/jobs.hpp), on the threads of all jobs; options.threads is not
/// looked at.
Results run_paths_in_job(const Study& study, const RunSettings& run, const RunOptions& options);

}  // namespace groundwork
