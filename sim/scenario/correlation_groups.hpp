#pragma once

#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/correlation_reader.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// What to do with correlations that no numbers can have at the same time.
enum class Impossible { refuse, take_nearest };

/// Joins pairs that share an input into groups, ordered by their first column. A pair that nobody set has correlation
/// 0. Correlations that cannot hold together are an error that shows the nearest that can; or they are replaced by
/// these, with a warning.
std::vector<CorrelationGroup> correlation_groups(const std::vector<CorrelatedPair>& pairs,
                                                 const std::vector<Input>& inputs, Impossible policy,
                                                 Diagnostics& diagnostics);

}  // namespace groundwork
