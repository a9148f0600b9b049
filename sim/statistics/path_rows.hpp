#pragma once

#include <cstddef>
#include <cstring>
#include <limits>

#include "sim/pack/bits.hpp"
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
  double minimum = 0.0;      ///< Of the values that are not NaN; +infinity if there are none.
  double maximum = 0.0;      ///< Likewise, or -infinity.
  bool is_complete = false;  ///< No NaN.
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

namespace detail {

/// Least and greatest values, lane by lane; what is NaN is passed over.
template <class Real>
struct Extremes {
  Real low = Real(std::numeric_limits<double>::infinity());
  Real high = Real(-std::numeric_limits<double>::infinity());

  void add(Real value) {
    low = min(value, low);  // keeps the second if the first is NaN
    high = max(value, high);
  }
  void write(PathRows& rows) const {
    double lows[lanes_of<Real>], highs[lanes_of<Real>];
    store(lows, low);
    store(highs, high);
    rows.minimum = lows[0];
    rows.maximum = highs[0];
    for (int lane = 1; lane < lanes_of<Real>; ++lane) {
      rows.minimum = min(lows[lane], rows.minimum);
      rows.maximum = max(highs[lane], rows.maximum);
    }
  }
};

/// Copies a cell's values, tile after tile. Whether all are finite.
template <class Real>
inline bool copy_tiles(const Chunk& chunk, std::ptrdiff_t cell, PathRows& into) {
  Extremes<Real> extremes;
  Real odd = Real(0.0);  // zero as long as all values are finite, then NaN
  double* to = into.values;
  for (int tile = 0; tile < chunk.count; ++tile, to += tile_lanes) {
    const double* const from = chunk.tiles[tile] + cell * tile_lanes;
    for (int lane = 0; lane < tile_lanes; lane += lanes_of<Real>) {
      const Real value = load<Real>(from + lane);
      store(to + lane, value);
      extremes.add(value);
      odd += value - value;
    }
  }
  extremes.write(into);
  return !any_bit(bits_of(odd));
}

/// Puts NaN for what is not finite or belongs to no path, and finds the extremes again.
template <class Real>
inline void clean_rows(const Chunk& chunk, PathRows& rows) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const int paths = (chunk.count - 1) * tile_lanes + chunk.lanes_in_last;
  int end = paths;
  if (chunk.starts_mid_row) {
    std::memmove(rows.values + tile_lanes, rows.values, static_cast<std::size_t>(paths) * sizeof(double));
    for (int i = 0; i < tile_lanes; ++i) rows.values[i] = nan;
    end += tile_lanes;
  }
  rows.rows = (end + randomisations - 1) / randomisations;
  for (int i = end; i < rows.rows * randomisations; ++i) rows.values[i] = nan;
  Extremes<Real> extremes;
  for (int i = 0; i < rows.rows * randomisations; i += lanes_of<Real>) {
    const Real value = load<Real>(rows.values + i);
    const Real kept = select(abs(value) <= Real(std::numeric_limits<double>::max()), value, Real(nan));
    store(rows.values + i, kept);
    extremes.add(kept);
  }
  extremes.write(rows);
}

}  // namespace detail

/// Collects what lies a tile apart.
template <class Real>
inline void gather(const Chunk& chunk, std::ptrdiff_t cell, PathRows& into) {
  const bool is_finite = detail::copy_tiles<Real>(chunk, cell, into);
  into.rows = chunk.count * tile_lanes / randomisations;
  into.is_complete = is_finite && !chunk.starts_mid_row && chunk.lanes_in_last == tile_lanes && chunk.count % 2 == 0;
  if (!into.is_complete) detail::clean_rows<Real>(chunk, into);
}

}  // namespace groundwork
