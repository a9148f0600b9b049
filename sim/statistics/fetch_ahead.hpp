#pragma once

#include <cstdint>

#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/path_rows.hpp"

namespace groundwork {

/// Cells between the one that is worked on and the one that is fetched.
inline constexpr int cells_ahead = 2;

/// What the loop over paths fetches meanwhile, a line or two a step: values and state of a cell to come.
/// (All at once they would hold up the loop.)
class Ahead {
 public:
  Ahead(const Chunk& chunk, const CellStorage& state, std::ptrdiff_t cell)
      : tiles_(chunk.tiles),
        tile_count_(chunk.count),
        cell_offset_(cell * tile_lanes),
        counters_(state.counters.close_of(cell) - reach),
        moments_(reinterpret_cast<const char*>(state.moments + cell)),
        replications_(reinterpret_cast<const char*>(state.replications + (state.replications != nullptr ? cell : 0))),
        replication_lines_(state.replications != nullptr ? static_cast<int>(sizeof(CellReplications)) / line : 0) {}

  // Inlined by force: GCC takes a function that only fetches for one that does nothing.
  [[gnu::always_inline]] void fetch_values(int step) const {
    if (step < tile_count_) __builtin_prefetch(tiles_[step] + cell_offset_);
  }
  [[gnu::always_inline]] void fetch_state(int step) const {
    if (step < counter_lines) __builtin_prefetch(counters_ + step * (line / 4));
    if (step < moment_lines) __builtin_prefetch(moments_ + step * line);
    if (step < replication_lines_) __builtin_prefetch(replications_ + step * line);
  }

 private:
  static constexpr int line = 64;
  static constexpr int reach = sketch_gap + (3 << sketch_mantissa_bits);  // |u| < 7, where nearly all values fall
  static constexpr int counter_lines = 2 * reach * 4 / line;
  static constexpr int moment_lines = static_cast<int>(sizeof(CellMoments)) / line;
  const double* const* tiles_;
  int tile_count_;
  std::ptrdiff_t cell_offset_;
  const std::uint32_t* counters_;
  const char* moments_;
  const char* replications_;
  int replication_lines_;
};

}  // namespace groundwork
