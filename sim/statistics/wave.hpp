#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace groundwork {

/// Cells first, …, last - 1.
struct CellRange {
  int first = 0;
  int last = 0;
};

/// Paths of one tile; cell c of a tile is at tile[c·tile_lanes … c·tile_lanes + 7] (sim/contract/model.hpp,
/// tile_paths).
inline constexpr int tile_lanes = 8;

/// Consecutive paths, a tile a pointer, in path order.
struct Wave {
  std::span<const double* const> tiles;
  std::int64_t first_path = 0;  ///< A multiple of tile_lanes.
  int paths = 0;                ///< Fewer than tiles·tile_lanes if the last tile is partly filled.
};

/// Appends the values of a column of `paths` paths; tile t has them at tiles[t][column·tile_lanes …].
inline void append_column(std::span<const double* const> tiles, int column, int paths, std::vector<double>& to) {
  for (int path = 0; path < paths; path += tile_lanes) {
    const double* const from = tiles[static_cast<std::size_t>(path / tile_lanes)] + column * tile_lanes;
    to.insert(to.end(), from, from + std::min(tile_lanes, paths - path));
  }
}

}  // namespace groundwork
