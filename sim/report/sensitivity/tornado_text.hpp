#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sensitivity/tornado.hpp"

namespace groundwork {

/// What a planner reads on a terminal: how far each input moves a figure, the 15 widest bars.
std::string tornado_text(const Study& study, const std::vector<Tornado>& tornados, Language language = Language::en);

}  // namespace groundwork
