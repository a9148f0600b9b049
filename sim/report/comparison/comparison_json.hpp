#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// The comparison with what is needed to get it again: scenario digests, seed, sampler, paths, version. What is not
/// known or does not apply is null.
std::string comparison_json(const Comparison& comparison, const std::string& version);

}  // namespace groundwork
