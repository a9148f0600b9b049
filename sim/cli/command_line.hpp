#pragma once

#include <vector>

#include "sim/contract/model.hpp"

namespace groundwork {

/// How a command ends.
inline constexpr int status_done = 0;
inline constexpr int status_failed = 1;
inline constexpr int status_wrong_input = 2;
inline constexpr int status_interrupted = 130;

/// The groundwork command: parses arguments, does what they ask and gives the exit status. `models` are those on offer,
/// the default first.
int command_line(int argc, char** argv, const std::vector<ModelEntry>& models);

}  // namespace groundwork
