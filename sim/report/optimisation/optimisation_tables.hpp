#pragma once

#include <string>

#include "sim/contract/words.hpp"
#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// Each lever in the baseline and in the chosen plan, and how far it may go.
std::string lever_table(const OptimisationRecord& record, Language language);

/// Objective and requirements of both on fresh draws, and whether each requirement holds.
std::string figure_table(const OptimisationRecord& record, const FinalCheck& check, Language language);

}  // namespace groundwork
