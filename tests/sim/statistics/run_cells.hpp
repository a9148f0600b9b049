#pragma once

#include <algorithm>
#include <vector>

#include "sim/statistics/cell_statistics.hpp"

namespace groundwork {

/// How to take the same paths through the accumulators.
struct Course {
  Isa isa = Isa::scalar;
  Replication replication = Replication::independent;
  int wave_tiles = 64;
  int range_cells = 1000;
};

/// Paths of some cells, laid out in tiles as the engine does. columns[c][i] is the value of cell c on path i. What lies
/// beyond the last path is a number that must not count.
class TilesOfColumns {
 public:
  explicit TilesOfColumns(const std::vector<std::vector<double>>& columns)
      : cells_(static_cast<int>(columns.size())), paths_(static_cast<int>(columns.front().size())) {
    const std::size_t tiles = static_cast<std::size_t>((paths_ + tile_lanes - 1) / tile_lanes);
    const std::size_t tile_doubles = columns.size() * tile_lanes;
    memory_.assign(tiles * tile_doubles, -12345.0);
    for (std::size_t tile = 0; tile < tiles; ++tile) tiles_.push_back(&memory_[tile * tile_doubles]);
    for (std::size_t cell = 0; cell < columns.size(); ++cell)
      for (std::size_t i = 0; i < columns[cell].size(); ++i)
        memory_[(i / tile_lanes) * tile_doubles + cell * tile_lanes + i % tile_lanes] = columns[cell][i];
  }

  int cells() const { return cells_; }
  std::size_t tiles() const { return tiles_.size(); }
  Wave wave(std::size_t first_tile, std::size_t tiles) const {
    const std::size_t count = std::min(tiles, tiles_.size() - first_tile);
    const int first_path = static_cast<int>(first_tile) * tile_lanes;
    const int paths = std::min(paths_ - first_path, static_cast<int>(count) * tile_lanes);
    return {std::span(tiles_).subspan(first_tile, count), first_path, paths};
  }

  CellStatistics run(const Course& course) const {
    CellStatistics statistics = prepared(course);
    add(statistics, course, 0, tiles_.size());
    return statistics;
  }

  /// Adds tiles `first` … `last - 1`.
  void add(CellStatistics& statistics, const Course& course, std::size_t first, std::size_t last) const {
    for (std::size_t tile = first; tile < last; tile += static_cast<std::size_t>(course.wave_tiles))
      for (int cell = 0; cell < cells_; cell += course.range_cells)
        statistics.add({cell, std::min(cell + course.range_cells, cells_)},
                       wave(tile, std::min(last - tile, static_cast<std::size_t>(course.wave_tiles))));
  }

  /// Statistics that know the pilot and have counted nothing.
  CellStatistics prepared(const Course& course) const {
    CellStatistics statistics(course.isa, {cells_}, course.replication);
    for (int cell = 0; cell < cells_; cell += course.range_cells)
      statistics.measure_pilot({cell, std::min(cell + course.range_cells, cells_)}, wave(0, pilot_paths / tile_lanes));
    statistics.settle_pilot();
    return statistics;
  }

 private:
  int cells_;
  int paths_;
  std::vector<double> memory_;
  std::vector<const double*> tiles_;
};

}  // namespace groundwork
