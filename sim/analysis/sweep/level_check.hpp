#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep_plan.hpp"

namespace groundwork {

/// What of a factor is checked before any point is run: every level, or both ends of what a Latin hypercube draws from.
std::vector<SweepLevel> checked_levels(const SweepFile& sweep, const SweepFactor& factor);

/// Reads the scenario with each of these levels and nothing else changed. Gives their digests, in order; reports what
/// is wrong at the level's place.
std::vector<std::string> check_levels(const SweepFile& sweep, const PointReader& reader, int threads,
                                      Diagnostics& diagnostics);

/// Reports what was found with overrides that were said at `places`: there, if it is about an override, else at
/// `otherwise`; where it was found if that is null.
void report_at(const std::vector<SourcePosition>& places, const SourcePosition* otherwise, const Diagnostic& problem,
               Diagnostics& diagnostics);

}  // namespace groundwork
