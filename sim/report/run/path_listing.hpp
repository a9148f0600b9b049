#pragma once

#include <string>

#include "sim/engine/single_path.hpp"

namespace groundwork {

/// Every input and output of one path, a line each, tab-separated: kind (input, draw, output), name, value, unit.
std::string path_listing(const Study& study, const PathRecord& record);

}  // namespace groundwork
