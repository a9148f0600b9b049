#include "bench/column_kernels.hpp"
#include "sim/pack/native.hpp"

namespace groundwork {

namespace {

void fill(const Design& design, int index, std::int64_t first_path, int tiles, double* column) {
  design.fill<Native>(index, first_path, tiles, column, fill_width);
}

void quantile(const QuantileKernel& kernel, int tiles, double* column) {
  kernel.apply<Native>(column, QuantileKernel::paths_per_tile, tiles);
}

}  // namespace

template <>
ColumnKernels native_column_kernels<native_isa>() {
  return {fill, quantile};
}

}  // namespace groundwork
