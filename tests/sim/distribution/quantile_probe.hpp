#pragma once

#include <vector>

#include "sim/distribution/quantile_kernel.hpp"
#include "sim/pack/isa.hpp"

namespace groundwork {

/// The values that `kernel` makes of `uniforms`, a multiple of 8, all in one column.
template <Isa>
std::vector<double> quantile_probe(const QuantileKernel& kernel, std::vector<double> uniforms);

}  // namespace groundwork
