#pragma once

#include "sim/pack/isa.hpp"
#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

using CellKernel = void (*)(const CellStorage& state, CellRange cells, const Wave& wave);

/// The loops over paths, compiled per instruction set; all leave the same bits.
struct StatisticsKernels {
  /// Sets the centre and, as spread, about the standard deviation of the bulk of the values; 0 if all are equal.
  CellKernel measure_pilot = nullptr;
  /// Adds a wave to moments, extremes, sketch and, if there are any, replications.
  CellKernel accumulate = nullptr;
};

template <Isa>
CellKernel pilot_kernel();
template <Isa>
CellKernel accumulate_kernel();

StatisticsKernels statistics_kernels(Isa isa);

}  // namespace groundwork
