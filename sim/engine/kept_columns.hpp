#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// Cells and input columns whose values are kept for every path, filled tile by tile in any order.
class KeptColumns {
 public:
  KeptColumns(const std::vector<int>& cells, const std::vector<int>& inputs) {
    for (const int cell : cells) cells_.push_back({cell, {}});
    for (const int column : inputs) inputs_.push_back({column, {}});
  }

  /// Makes room for so many paths in all.
  void grow(std::int64_t paths) {
    paths_ = paths;
    for (KeptColumn& column : cells_) column.values.resize(static_cast<std::size_t>(paths));
    for (KeptInput& column : inputs_) column.values.resize(static_cast<std::size_t>(paths));
  }

  /// Keeps the tile whose first path is `first`, without what lies beyond the room. Tiles do not meet, so threads may
  /// call it at once.
  void keep(std::int64_t first, const double* inputs, const double* outputs) {
    for (KeptInput& column : inputs_) copy(inputs, column.column, first, column.values);
    for (KeptColumn& column : cells_) copy(outputs, column.cell, first, column.values);
  }

  std::vector<KeptColumn> take_cells() && { return std::move(cells_); }
  std::vector<KeptInput> take_inputs() && { return std::move(inputs_); }

 private:
  void copy(const double* tile, int column, std::int64_t first, std::vector<double>& to) const {
    const auto lanes = std::min<std::int64_t>(tile_paths, paths_ - first);
    std::copy_n(tile + std::size_t{tile_paths} * static_cast<std::size_t>(column), lanes, to.begin() + first);
  }

  std::vector<KeptColumn> cells_;
  std::vector<KeptInput> inputs_;
  std::int64_t paths_ = 0;
};

}  // namespace groundwork
