#pragma once

#include <cstdint>
#include <vector>

#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/ranked_values.hpp"

namespace groundwork {

/// A cell's values as far as its sketch knows them. Those equal to the minimum or the maximum are exact. The c others
/// of a bucket are put at the middles of c equal parts of it, so none is off by more than the bucket's width, which is
/// at most (spread + |value - centre|)/64.
class RankedSketch final : public RankedValues {
 public:
  RankedSketch(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell);

  std::int64_t count() const override { return count_; }
  double at(std::int64_t rank) const override;
  double mean_between(double from, double to) const override;

 private:
  /// `count` values evenly between `low` and `high`, from rank `before` on.
  struct Segment {
    double low;
    double high;
    std::int64_t count;
    std::int64_t before;
  };
  void append(double low, double high, std::int64_t count) {
    if (count == 0) return;
    segments_.push_back({low, high, count, count_});
    count_ += count;
  }
  /// The segment of a rank from 0 to count() - 1.
  std::vector<Segment>::const_iterator holding(std::int64_t rank) const;

  std::vector<Segment> segments_;
  std::int64_t count_ = 0;
};

}  // namespace groundwork
