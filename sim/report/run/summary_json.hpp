#pragma once

#include <string>

#include "sim/engine/results.hpp"

namespace groundwork {

/// The headline figures with what is needed to get them again: scenario digest, seed, sampler, paths, version; also how
/// long it took, and a digest of all results.
std::string summary_json(const Scenario& scenario, const Results& results, const std::string& version);

}  // namespace groundwork
