#pragma once

#include <limits>

#include "sim/pack/native.hpp"
#include "sim/statistics/summary.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Tiles that a kernel takes at once, so that one cell's values stay in the first-level cache.
inline constexpr int chunk_tiles = 128;

/// One cell's values, a row for 16 paths: column k holds paths whose number is k modulo 16. NaN where there is no path
/// or no finite value.
struct PathRows {
  alignas(64) double values[(chunk_tiles + 2) * tile_lanes];
  int rows = 0;
};

/// Part of a wave, at most chunk_tiles.
struct Chunk {
  const double* const* tiles;
  int count;
  bool starts_mid_row;  ///< The first tile's paths belong to columns 8 … 15.
  int lanes_in_last;    ///< Lanes of the last tile that hold a path.
};

inline int chunks_of(const Wave& wave) { return (static_cast<int>(wave.tiles.size()) + chunk_tiles - 1) / chunk_tiles; }

inline Chunk chunk_of(const Wave& wave, int index) {
  const int first = index * chunk_tiles, tiles = static_cast<int>(wave.tiles.size());
  const bool is_last = first + chunk_tiles >= tiles;
  return {.tiles = wave.tiles.data() + first,
          .count = is_last ? tiles - first : chunk_tiles,
          .starts_mid_row = (wave.first_path / tile_lanes + first) % 2 != 0,
          .lanes_in_last = is_last ? wave.paths - (tiles - 1) * tile_lanes : tile_lanes};
}

/// Collects what lies a tile apart.
template <class Real>
inline void gather(const Chunk& chunk, std::ptrdiff_t cell, PathRows& into) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  double* to = into.values;
  const auto fill = [&to](int lanes) {
    for (; lanes > 0; --lanes) *to++ = nan;
  };
  if (chunk.starts_mid_row) fill(tile_lanes);
  for (int tile = 0; tile < chunk.count; ++tile, to += tile_lanes) {
    const double* from = chunk.tiles[tile] + cell * tile_lanes;
    for (int lane = 0; lane < tile_lanes; lane += lanes_of<Real>) {
      const Real value = load<Real>(from + lane);
      const auto finite = abs(value) <= Real(std::numeric_limits<double>::max());
      store(to + lane, select(finite, value, Real(nan)));
    }
  }
  to -= tile_lanes - chunk.lanes_in_last;
  fill(tile_lanes - chunk.lanes_in_last);
  if ((to - into.values) % randomisations != 0) fill(tile_lanes);
  into.rows = static_cast<int>((to - into.values) / randomisations);
}

}  // namespace groundwork
