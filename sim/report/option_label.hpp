#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// What an option is called: by its name, in Chinese by its title, unless two have the same.
std::string option_label(const std::vector<ComparedOption>& options, std::size_t option, Language language);

}  // namespace groundwork
