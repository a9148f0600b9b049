#pragma once

#include <vector>

#include "sim/pack/isa.hpp"

namespace groundwork {

/// Internal rates, their count and the payback year of cash flows of `years` years, 8 flows side by side a year.
template <Isa>
std::vector<double> returns_probe(const std::vector<double>& cash, int years);

}  // namespace groundwork
