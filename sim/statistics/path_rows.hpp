#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "sim/pack/native.hpp"
#include "sim/statistics/summary.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Tiles that a kernel takes at once, so that one cell's values stay in the first-level cache.
inline constexpr int chunk_tiles = 64;

/// Part of a wave, at most chunk_tiles.
struct Chunk {
  const double* const* tiles;
  std::int64_t first_path;
  int paths;

  int tile_count() const { return (paths + tile_lanes - 1) / tile_lanes; }
  /// Whether it is whole rows of 16 paths.
  bool is_whole() const { return first_path % randomisations == 0 && paths % randomisations == 0; }
};

inline int chunks_of(const Wave& wave) { return (static_cast<int>(wave.tiles.size()) + chunk_tiles - 1) / chunk_tiles; }

inline Chunk chunk_of(const Wave& wave, int index) {
  const int first = index * chunk_tiles * tile_lanes;
  return {.tiles = wave.tiles.data() + index * chunk_tiles,
          .first_path = wave.first_path + first,
          .paths = std::min(wave.paths - first, chunk_tiles * tile_lanes)};
}

/// One cell's values side by side, a row for 16 paths: column k holds paths whose number is k modulo 16. NaN where
/// there is no path or no finite value.
struct PathRows {
  static constexpr bool may_lack = true;  ///< Values.

  alignas(64) double values[(chunk_tiles + 2) * tile_lanes];
  int count = 0;  ///< Rows.

  /// Columns `column` … `column + lanes - 1`.
  template <class Real>
  Real at(int row, int column) const {
    return load<Real>(values + row * randomisations + column);
  }
  void fetch_ahead(int) const {}
};

/// Collects what lies a tile apart.
template <class Real>
inline void gather(const Chunk& chunk, std::ptrdiff_t cell, PathRows& into) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const auto first = static_cast<int>(chunk.first_path % randomisations);
  const int end = first + chunk.paths;
  into.count = (end + randomisations - 1) / randomisations;
  for (int i = 0; i < first; ++i) into.values[i] = nan;
  for (int tile = 0; tile < chunk.tile_count(); ++tile)
    for (int lane = 0; lane < tile_lanes; lane += lanes_of<Real>) {
      const Real value = load<Real>(chunk.tiles[tile] + cell * tile_lanes + lane);
      const Real kept = select(abs(value) <= Real(std::numeric_limits<double>::max()), value, Real(nan));
      store(into.values + first + tile * tile_lanes + lane, kept);
    }
  for (int i = end; i < into.count * randomisations; ++i) into.values[i] = nan;
}

}  // namespace groundwork
