#pragma once

#include <string>
#include <vector>

#include "sim/engine/results.hpp"

namespace groundwork {

/// What the single figure of a cell is: the median, or the value on the central path.
Words middle(const Results& results);

/// Medians of the last period, a table for each kind of scope but that of the first, which has tables of its own.
/// Places, networks and sectors are columns; cost items, of which there are more than figures, are rows.
std::vector<std::string> scope_tables(const Results& results, Language language);

}  // namespace groundwork
