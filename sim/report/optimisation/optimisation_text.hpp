#pragma once

#include <string>

#include "sim/contract/words.hpp"
#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// The answer in sentences, and tables of levers, objective and requirements beside the baseline's, for a terminal.
std::string optimisation_text(const OptimisationRecord& record, Language language = Language::en);

}  // namespace groundwork
