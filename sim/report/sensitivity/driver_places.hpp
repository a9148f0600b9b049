#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sensitivity/drivers.hpp"

namespace groundwork {

/// For each metric and period among `places` a table of places and the factors that matter most on average over them:
/// shares of the variance in percent. Empty if there are no places.
std::string driver_places(const Study& study, const std::vector<FigureDrivers>& places,
                          Language language = Language::en);

}  // namespace groundwork
