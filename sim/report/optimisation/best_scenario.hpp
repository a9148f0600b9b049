#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// A scenario that extends the baseline, by its path from `folder`, where it is to lie, and sets the levers as chosen.
/// `overrides` are changes of the baseline, "key=value", that hold for both; those of `run` are left out.
std::string best_scenario(const OptimisationRecord& record, const std::vector<std::string>& overrides,
                          const std::filesystem::path& folder);

}  // namespace groundwork
