#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "sim/statistics/sketch_layout.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// What is known of a cell besides its sketch. Sums are of distances from the centre, one accumulator for each path
/// number modulo 16: the same additions in the same order at every vector width, and one sum per randomisation.
struct alignas(64) CellMoments {
  double sum[randomisations] = {};
  double sum_of_squares[randomisations] = {};
  double defined[randomisations] = {};  ///< Counts; exact up to 2^53.
  /// In the unit of the cell. A centre of zero is stored as -0.0, so that no distance is -0.0.
  double centre = -0.0;
  double spread = 0.0;  ///< A power of two; 0 as long as the pilot has shown none.
  double inverse_spread = 0.0;
  double minimum = std::numeric_limits<double>::infinity();
  double maximum = -std::numeric_limits<double>::infinity();
  double at_minimum = 0.0;  ///< Values equal to the minimum.
  double at_maximum = 0.0;
};

/// For designs of several randomisations: how many values of each lie at or below some thresholds, which are the
/// pilot's quantiles. Their scatter gives the error of a quantile.
struct alignas(64) CellReplications {
  double below[summary_quantiles][randomisations] = {};
  double threshold[summary_quantiles] = {};
};

/// The sketch counters of all cells, in one piece of memory.
struct CellCounters {
  static constexpr int close_stride = 2 * sketch_close;

  std::uint32_t* close = nullptr;  ///< Counter 0 of cell 0 among those close to the centre.
  std::uint32_t* far = nullptr;    ///< Counter 0 of cell 0 among the others, for which cells are sketch_counters apart.

  std::uint32_t* close_of(std::ptrdiff_t cell) const { return close + cell * close_stride; }
  /// What to add to a far bucket for its place after close_of(cell).
  std::ptrdiff_t to_far(std::ptrdiff_t cell) const { return far - close + cell * (sketch_counters - close_stride); }
  std::uint32_t& at(std::ptrdiff_t cell, int bucket) const {
    const bool is_close = -sketch_close <= bucket && bucket < sketch_close;
    return close_of(cell)[is_close ? bucket : bucket + to_far(cell)];
  }
};

/// The state of all cells, as the kernels see it.
struct CellStorage {
  CellMoments* moments = nullptr;
  CellCounters counters;
  CellReplications* replications = nullptr;  ///< Null for independent paths.
};

}  // namespace groundwork
