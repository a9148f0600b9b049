#pragma once

#include <string>

#include "sim/report/value/value_report.hpp"

namespace groundwork {

/// The values with what is needed to get them again: scenario digests, seed, sampler, paths, version. What is not known
/// or does not apply is null.
std::string value_json(const ValueReport& report, const std::string& version);

}  // namespace groundwork
