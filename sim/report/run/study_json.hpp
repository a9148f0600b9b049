#pragma once

#include <string>

#include "sim/contract/outputs.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// What the results are of, so that a reader of the folder needs neither model nor data: every metric, scope, input
/// (with its unit, source and quantiles) and setting. `base` is the scenario that this one changes, if any: what
/// differs from it is listed.
std::string study_json(const Study& study, const Study* base);

}  // namespace groundwork
