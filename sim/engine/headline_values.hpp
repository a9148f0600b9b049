#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/engine/aligned_doubles.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Some cells' values on every path, in one piece of memory: tile after tile, and in it cell after cell. Memory that is
/// not reached takes no room.
class HeadlineValues {
 public:
  /// Has room for `paths` paths.
  HeadlineValues(std::vector<int> cells, std::int64_t paths)
      : cells_(std::move(cells)),
        room_((paths + tile_lanes - 1) / tile_lanes * tile_lanes),
        values_(static_cast<std::size_t>(room_) * cells_.size()) {}

  std::int64_t room() const { return room_; }

  /// Keeps tile `tile` of a wave. Tiles do not meet, so threads may call it at once.
  void keep(const Wave& wave, std::size_t tile) {
    double* to = at(0, wave.first_path + static_cast<std::int64_t>(tile) * tile_lanes);
    for (const int cell : cells_)
      to = std::copy_n(wave.tiles[tile] + std::ptrdiff_t{tile_lanes} * cell, tile_lanes, to);
  }

  /// Values of cell i of the list on the first `paths` paths.
  std::vector<double> column(std::size_t i, std::int64_t paths) const {
    std::vector<double> values;
    copy_column(i, paths, values);
    return values;
  }
  /// The same, into memory that may be used again.
  void copy_column(std::size_t i, std::int64_t paths, std::vector<double>& values) const {
    values.resize(static_cast<std::size_t>(paths));
    for_each_part(i, paths, values.data(),
                  [](double* kept, double* value, std::int64_t n) { std::copy_n(kept, n, value); });
  }
  void set_column(std::size_t i, const std::vector<double>& values) {
    for_each_part(i, static_cast<std::int64_t>(values.size()), values.data(),
                  [](double* kept, const double* value, std::int64_t n) { std::copy_n(value, n, kept); });
  }

 private:
  double* at(std::size_t i, std::int64_t first_path) const {
    return values_.data() + static_cast<std::size_t>(first_path) * cells_.size() + i * tile_lanes;
  }
  template <class Value, class Visit>
  void for_each_part(std::size_t i, std::int64_t paths, Value* values, Visit&& visit) const {
    for (std::int64_t first = 0; first < paths; first += tile_lanes)
      visit(at(i, first), values + first, std::min<std::int64_t>(tile_lanes, paths - first));
  }

  std::vector<int> cells_;
  std::int64_t room_;
  AlignedDoubles values_;
};

}  // namespace groundwork
