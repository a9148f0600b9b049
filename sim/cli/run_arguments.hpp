#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/console_arguments.hpp"
#include "sim/cli/engine_arguments.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/engine/checkpoint.hpp"
#include "sim/engine/precision.hpp"

namespace groundwork {

/// The arguments of `groundwork run`.
struct RunArguments {
  ScenarioArguments scenario;
  EngineArguments engine;
  ConsoleArguments console;
  std::optional<std::int64_t> replay;
  std::string folder, netcdf, checkpoint, resume;
  std::vector<std::string> precision;
  double seconds = 0.0, save_every_seconds = 60.0;
  bool central = false, keep_paths = false, report = false;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
  /// The scenario, with as many paths as a precision may take if their number was left open; none if it is wrong.
  std::optional<Study> read(const std::vector<ModelEntry>& models) const;

  std::filesystem::path result_folder() const;
  /// Whether paths.csv is wanted; with --netcdf the paths go to that file as they come, and are not held in memory.
  bool wants_path_table() const { return keep_paths && netcdf.empty(); }
};

/// What was asked for besides the scenario, checked: an InputError tells all that is wrong and what would make a run
/// in vain.
struct RunPlan {
  std::vector<PrecisionTarget> precision;
  std::optional<RunIdentity> identity;  ///< If there is a checkpoint to read or to write.
  std::optional<Checkpoint> resume;
};
RunPlan plan_run(const RunArguments& arguments, const Study& study);

}  // namespace groundwork
