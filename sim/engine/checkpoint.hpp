#pragma once

#include <cstdint>
#include <string>

#include "sim/scenario/study.hpp"

namespace groundwork {

/// What two runs must have in common for one to go on where the other stopped.
struct RunIdentity {
  std::string version;          ///< Of the program.
  std::string scenario_digest;  ///< Of what the inputs are.
  std::string program_digest;   ///< Of the first path's numbers, which another model or build computes otherwise.
  RunSettings run;
};

RunIdentity identify(const Study& study, const RunSettings& run, const std::string& version);

/// A run up to some path.
struct Checkpoint {
  RunIdentity identity;
  std::int64_t paths = 0;  ///< Done.
  std::string state;       ///< What the runner makes of it; empty if no path is done.
};

/// Why the run that `wanted` names cannot go on from the checkpoint; empty if it can.
std::string resume_problem(const Checkpoint& checkpoint, const RunIdentity& wanted);

/// Replaces the file at once: what was there stays until the new one is complete. Throws std::runtime_error.
void write_checkpoint(const std::string& path, const Checkpoint& checkpoint);

/// Throws InputError if the file cannot be read, is no checkpoint, has another format or is damaged.
Checkpoint read_checkpoint(const std::string& path);

}  // namespace groundwork
