#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/random/design.hpp"

namespace groundwork {

/// `count` columns with streams of their own.
inline std::vector<StreamKey> test_columns(int count) {
  std::vector<StreamKey> columns;
  for (int c = 0; c < count; ++c) columns.push_back({stream_id("column." + std::to_string(c)), 0});
  return columns;
}

/// The numbers of a column for all paths, rounded up to whole tiles.
inline std::vector<double> all_paths(const Design& design, int column) {
  const int tiles = static_cast<int>((design.spec().paths + fill_width - 1) / fill_width);
  std::vector<double> numbers(static_cast<std::size_t>(tiles) * fill_width);
  design.fill<double>(column, 0, tiles, numbers.data(), fill_width);
  return numbers;
}

/// Those of one replicate, point by point.
inline std::vector<double> one_replicate(const std::vector<double>& numbers, int replicate) {
  std::vector<double> points;
  for (std::size_t i = static_cast<std::size_t>(replicate); i < numbers.size(); i += replicates)
    points.push_back(numbers[i]);
  return points;
}

}  // namespace groundwork
