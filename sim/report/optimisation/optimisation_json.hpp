#pragma once

#include <string>

#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// The answer with what is needed to get it again: plan, scenario digest, seeds, paths, version; also how long it took.
std::string optimisation_json(const OptimisationRecord& record);

}  // namespace groundwork
