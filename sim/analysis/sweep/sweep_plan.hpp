#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/analysis/sweep/sweep_design.hpp"
#include "sim/contract/model.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// How the scenario of a point is read.
struct PointReader {
  std::function<std::unique_ptr<Model>()> make_model;
  std::string path;                  ///< Of the scenario that all points change.
  std::vector<std::string> changes;  ///< "key=value", for all points.
  std::vector<std::string> inputs;   ///< Keys of what varies.
  bool accept_nearest = false;

  ScenarioRequest request(const std::vector<std::string>& values) const;
  std::optional<Study> read(const std::vector<std::string>& values, Diagnostics& diagnostics) const;
};

/// A sweep that was checked: it can be run.
struct SweepPlan {
  SweepHead head;
  SweepDesign design;
  PointReader reader;
  RunSettings run;    ///< Of the scenario without factors.
  std::string model;  ///< Its name.
};

/// What a plan is made of, besides the file.
struct SweepSurroundings {
  std::function<std::unique_ptr<Model>()> make_model;
  bool accept_nearest = false;
  int threads = 0;
};

/// Checks the scenario, the figures and every level of every factor by itself, ranges of a hypercube at both ends. None
/// if there are errors, also earlier ones; what is wrong with a change is reported where the sweep says it.
std::optional<SweepPlan> plan_sweep(const SweepFile& sweep, const SweepSurroundings& surroundings,
                                    Diagnostics& diagnostics);

}  // namespace groundwork
