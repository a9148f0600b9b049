#pragma once

#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace groundwork {

/// Removes `title_zh` if `title` was set above it, in a file that extends the one with `title_zh` or on the command
/// line: it says in Chinese what the scenario was called there. Likewise `description_zh`. `files` as in Layers.
void drop_outdated_translations(Node& root, const std::vector<std::string>& files);

}  // namespace groundwork
