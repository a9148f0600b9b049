#include "sim/distribution/quantile_kernel.hpp"

#include "sim/distribution/law.hpp"

namespace groundwork {

QuantileKernel::QuantileKernel(const Distribution& distribution)
    : form_(distribution.law().form()), low_(distribution.lowest()), high_(distribution.highest()) {}

}  // namespace groundwork
