#pragma once

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/sweep/sweep_file.hpp"

namespace groundwork {

/// Reports inputs that two factors change, or one factor twice, or a factor and a fixed change; also where one key is
/// part of another, unless it changes a part of what is fixed. Elements of lists are the same by name and by index.
void refuse_conflicts(const SweepFile& sweep, Diagnostics& diagnostics);

}  // namespace groundwork
