#pragma once

#include <string>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// The sweep with what is needed to get it again: scenario, factors, design, digests, version; the best points, the
/// main effects and the numbers of the points of the Pareto front.
std::string sweep_json(const Sweep& sweep, const std::string& version);

}  // namespace groundwork
