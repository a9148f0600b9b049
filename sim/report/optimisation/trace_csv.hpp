#pragma once

#include <string>

#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// A line for every evaluation: levers, objective, requirements, and why it could not be simulated.
std::string trace_csv(const OptimisationRecord& record);

}  // namespace groundwork
