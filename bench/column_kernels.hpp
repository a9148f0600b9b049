#pragma once

#include <cstdint>

#include "sim/distribution/quantile_kernel.hpp"
#include "sim/pack/isa.hpp"
#include "sim/random/design.hpp"

namespace groundwork {

/// What drawing does to one column, for one instruction set. Tile t of a column is at column + 8·t.
struct ColumnKernels {
  /// Writes the uniform numbers of paths first_path … first_path + 8·tiles - 1.
  void (*fill)(const Design& design, int index, std::int64_t first_path, int tiles, double* column) = nullptr;
  /// Replaces uniform numbers by quantiles.
  void (*quantile)(const QuantileKernel& kernel, int tiles, double* column) = nullptr;
};

template <Isa>
ColumnKernels native_column_kernels();

ColumnKernels column_kernels(Isa isa);

}  // namespace groundwork
