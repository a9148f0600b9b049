#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/contract/tile.hpp"

namespace groundwork {

/// An input block that a test fills column by column; every lane has the same value.
class Columns {
 public:
  Quantity add(double value) {
    values_.insert(values_.end(), tile_paths, value);
    return {count() - 1};
  }
  Family add_family(const std::vector<double>& values) {
    const int first = count();
    for (const double value : values) add(value);
    return {first, static_cast<int>(values.size())};
  }
  void set(Quantity quantity, double value) { set_column(quantity.column, value); }
  void set(Family family, int i, double value) { set_column(family.first + i, value); }
  double operator[](Quantity quantity) const { return values_[static_cast<std::size_t>(quantity.column) * tile_paths]; }
  /// Valid until the next `add`.
  TileInputs<double> in() const { return {values_.data(), 0}; }

 private:
  int count() const { return static_cast<int>(values_.size()) / tile_paths; }
  void set_column(int column, double value) {
    std::fill_n(values_.begin() + static_cast<std::ptrdiff_t>(column) * tile_paths, tile_paths, value);
  }
  std::vector<double> values_;
};

}  // namespace groundwork
