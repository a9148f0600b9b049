#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/bytes.hpp"
#include "sim/statistics/accumulate.hpp"
#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/confidence.hpp"
#include "sim/statistics/summary.hpp"
#include "sim/statistics/wave.hpp"
#include "sim/statistics/zeroed_counters.hpp"

namespace groundwork {

/// Paths from which each cell's centre and spread are taken before any is counted. A constant of the format.
inline constexpr int pilot_paths = 256;

/// The distribution of every cell, in memory that does not grow with the paths (less than 2^32 of them).
///
/// First `measure_pilot` with a wave that begins at path 0 and holds 256 paths or all there are, for every cell; then
/// `settle_pilot`; then `add` every path in order, the pilot's again. Calls for ranges that share no cell may run at
/// the same time. The result has the same bits for each instruction set, division into waves and division of the cells.
class CellStatistics {
 public:
  /// `block_sizes`: cells of each metric, in order; they lend each other a scale where a pilot shows no spread.
  CellStatistics(Isa isa, std::vector<int> block_sizes, Replication replication);

  int cells() const { return static_cast<int>(moments_.size()); }
  void measure_pilot(CellRange cells, const Wave& wave);
  void settle_pilot();
  void add(CellRange cells, const Wave& wave);

  /// `paths`: all that were added, the undefined too.
  Summary summary(int cell, std::int64_t paths) const;
  /// The same for many cells, with intervals that are shared with other calls.
  std::vector<Summary> summaries(CellRange cells, std::int64_t paths, const OrderStatisticIntervals& intervals) const;
  /// The distribution of one cell as a curve.
  std::vector<double> curve(int cell) const;
  /// All that was added so far, for `load` of one that was made with the same arguments.
  void save(ByteWriter& out) const;
  void load(ByteReader& in);
  /// Largest error that the sketch can make in a quantile of this value, in the unit of the cell.
  double quantile_error_bound(int cell, double value) const;

 private:
  CellStorage storage();
  void place_thresholds(int cell);
  void clear(int cell);
  void settle_block(std::size_t first, std::size_t last);
  RankIntervals randomised_intervals(std::size_t cell, std::int64_t defined) const;
  Summary summarise_cell(std::size_t cell, std::int64_t paths, const OrderStatisticIntervals& intervals) const;

  StatisticsKernels kernels_;
  std::vector<int> block_sizes_;
  Replication replication_;
  std::vector<CellMoments> moments_;
  std::vector<CellReplications> replications_;
  ZeroedCounters counters_;
};

}  // namespace groundwork
