#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep_plan.hpp"
#include "sim/pack/isa.hpp"

namespace groundwork {

/// Where finished points go, and where earlier ones are. Never called from two threads at once.
class PointKeeper {
 public:
  virtual ~PointKeeper() = default;
  /// Whether a point with this key and all of the sweep's figures is kept; if so, the sweep has it from now on.
  virtual bool adopt(const SweepPoint& point) = 0;
  virtual void keep(const SweepPoint& point) = 0;
};

struct SweepRunOptions {
  int threads = 0;  ///< 0: one for each core. Results do not depend on it.
  Isa isa = Isa::scalar;
  const std::atomic<bool>* stop = nullptr;          ///< Set to end; points at work are given up.
  std::function<void(std::int64_t)> progress = {};  ///< Told the number of points done, after each.
  std::string version;                              ///< Of the program.
};

/// A point whose scenario is wrong though each of its levels is right by itself.
struct ImpossiblePoint {
  std::int64_t number = 0;
  std::vector<std::string> values;
  std::string problem;
};

/// What became of the points.
struct SweepOutcome {
  std::int64_t simulated = 0;
  std::int64_t adopted = 0;                 ///< That were kept already.
  std::vector<ImpossiblePoint> impossible;  ///< By number.
  bool is_interrupted = false;
};

/// Simulates the points `numbers`, several at once, each as `groundwork run` would with the same changes, and keeps
/// each as soon as it is finished.
SweepOutcome run_sweep(const SweepPlan& plan, const std::vector<std::int64_t>& numbers, PointKeeper& keeper,
                       const SweepRunOptions& options);

}  // namespace groundwork
