#pragma once

#include <cstdint>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

/// Refuses an analysis that would keep more numbers than a machine is expected to hold: `columns` > 0 of each of
/// `paths` paths, at most 500 million (4 GB) in all.
void check_kept(std::int64_t paths, std::int64_t columns, Diagnostics& diagnostics);

}  // namespace groundwork
