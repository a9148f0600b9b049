#pragma once

#include <vector>

#include "sim/pack/isa.hpp"

namespace groundwork {

/// Every function of sim/pack applied to `x`, 8 values at a time; all results in a row.
template <Isa>
std::vector<double> pack_probe(const std::vector<double>& x);

}  // namespace groundwork
