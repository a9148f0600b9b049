#pragma once

#include <cstddef>

#include "sim/pack/native.hpp"
#include "sim/statistics/fetch_ahead.hpp"

namespace groundwork {

/// The values of one cell where they lie, in a chunk of whole rows; like PathRows, but that they may be anything.
struct TileRows {
  static constexpr bool may_lack = false;

  const double* const* tiles;
  std::ptrdiff_t offset;  ///< Of the cell in a tile.
  int count;              ///< Rows.
  Ahead ahead;

  template <class Real>
  Real at(int row, int column) const {
    return load<Real>(tiles[2 * row + column / tile_lanes] + offset + column % tile_lanes);
  }
  /// Inlined by force: GCC takes a function that only fetches for one that does nothing.
  [[gnu::always_inline]] void fetch_ahead(int row) const { ahead.fetch(row); }
};

}  // namespace groundwork
