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
        cell_offset_(cell * tile_lanes),
        counters_(state.counters.recent_of(cell) + first_counter),
        moments_(reinterpret_cast<const char*>(state.moments + cell)),
        replications_(reinterpret_cast<const char*>(state.replications + (state.replications != nullptr ? cell : 0))),
        replication_lines_(state.replications != nullptr ? static_cast<int>(sizeof(CellReplications)) / line : 0) {}

  /// `row` is one of a whole chunk. Inlined by force: GCC takes a function that only fetches for one that does nothing.
  [[gnu::always_inline]] void fetch(int row) const {
    __builtin_prefetch(tiles_[2 * row] + cell_offset_);
    __builtin_prefetch(tiles_[2 * row + 1] + cell_offset_);
    if (row < counter_lines) __builtin_prefetch(counters_ + row * (line / 2));
    if (row < moment_lines) __builtin_prefetch(moments_ + row * line);
    if (row < replication_lines_) __builtin_prefetch(replications_ + row * line);
  }

 private:
  static constexpr int line = 64;
  static constexpr int counter_lines = 12;  // |u| < 7, where nearly all values fall
  static constexpr int first_counter = sketch_close - counter_lines * line / 4;
  static constexpr int moment_lines = static_cast<int>(offsetof(CellMoments, in_others)) / line;
  const double* const* tiles_;
  std::ptrdiff_t cell_offset_;
  const std::uint16_t* counters_;
  const char* moments_;
  const char* replications_;
  int replication_lines_;
};

}  // namespace groundwork
