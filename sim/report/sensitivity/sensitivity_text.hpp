#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sensitivity/drivers.hpp"
#include "sim/analysis/sensitivity/sobol_design.hpp"

namespace groundwork {

/// What a planner reads on a terminal: first in words how much of a figure's uncertainty comes from which inputs and
/// what they do not explain one at a time, then a table of the 15 factors that matter most. Shares are in percent of
/// the variance, their standard errors in percentage points.
std::string drivers_text(const Study& study, const std::vector<FigureDrivers>& figures,
                         Language language = Language::en);
std::string sobol_text(const Study& study, const SobolAnalysis& analysis, Language language = Language::en);

}  // namespace groundwork
