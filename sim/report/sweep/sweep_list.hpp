#pragma once

#include <string>
#include <vector>

#include "sim/contract/words.hpp"
#include "sim/store/sweep_catalogue.hpp"

namespace groundwork {

/// The sweeps of a database, with their number, title, scenario and how many of their points are finished.
std::string sweep_list(const std::string& database, const std::vector<ListedSweep>& sweeps, Language language);

}  // namespace groundwork
