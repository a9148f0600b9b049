#include "tests/sim/distribution/quantile_probe.hpp"

#include "sim/pack/native.hpp"

namespace groundwork {

template <>
std::vector<double> quantile_probe<native_isa>(const QuantileKernel& kernel, std::vector<double> uniforms) {
  constexpr int tile = QuantileKernel::paths_per_tile;
  kernel.apply<Native>(uniforms.data(), tile, static_cast<int>(uniforms.size()) / tile);
  return uniforms;
}

}  // namespace groundwork
