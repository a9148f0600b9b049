#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/bytes.hpp"
#include "sim/engine/headline_values.hpp"
#include "sim/engine/results.hpp"
#include "sim/statistics/cell_statistics.hpp"
#include "sim/statistics/exact_column.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Paths up to which headline figures come from every path's value; beyond, from the sketch like all others.
inline constexpr std::int64_t exact_paths = std::int64_t{1} << 18;

/// Which headline values are kept one by one.
enum class Keep { while_exact, always };

Replication replication_of(Sampler sampler);

/// The summary as results state it: quantiles of a metric that takes whole numbers only are whole.
Summary stated_summary(const Metric& metric, Summary summary);

/// All that a run has found so far: the statistics of every cell and the headline values of every path. Waves are
/// counted in parallel over cells; a cell's paths are counted in order by whoever has the cell, so nothing depends on
/// the schedule. Calls from within a task arena use its threads.
class Tally {
 public:
  /// run.paths are expected to come.
  Tally(const OutputTable& table, Isa isa, const RunSettings& run, Keep keep);

  std::int64_t paths() const { return paths_; }
  /// Adds a wave that begins where the last one ended. The first holds pilot_paths or all there are.
  void add(const Wave& wave);

  /// Of one cell, as `results` states it.
  Summary summary(int cell) const;
  /// Of all; kept values are moved there if they were to be kept always.
  Results results() &&;

  /// For `load` of a new one that was made with the same table and sampler. Whole rows of 16 paths only, and no fewer
  /// than the pilot.
  bool can_be_saved() const { return paths_ >= pilot_paths && paths_ % randomisations == 0; }
  std::string save() const;
  /// Whether what was saved has the headline values that this one must keep.
  static bool has_kept(std::string_view saved);
  void load(std::string_view saved);

 private:
  template <class Work>
  void for_each_cell_range(Work&& work) const;
  void keep_headlines(const Wave& wave);
  struct Headline {
    Summary summary;
    std::vector<double> curve;
  };
  /// Memory for one column after another.
  struct Column {
    std::vector<double> values;
    ExactColumn sorted;
  };
  /// Of headline cell i.
  Headline headline(std::size_t i, Column& column, const OrderStatisticIntervals& intervals) const;
  void summarise_headlines(Results& results, const OrderStatisticIntervals& intervals) const;
  /// Whether headline figures are known value by value.
  bool is_exact() const;
  bool is_whole(int cell) const;
  Summary rounded(int cell, Summary summary) const;

  const OutputTable& table_;
  std::vector<int> headlines_;  ///< Cells.
  RunSettings run_;
  Keep keep_;
  CellStatistics statistics_;
  std::optional<HeadlineValues> kept_;  ///< As long as they are wanted.
  std::int64_t paths_ = 0;
};

}  // namespace groundwork
