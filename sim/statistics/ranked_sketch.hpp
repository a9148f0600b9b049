#pragma once

#include <cstdint>
#include <memory>

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
  struct Interval {
    double low;
    double high;
  };
  /// The values of one bucket, from rank `before` on. Those at the minimum have the bucket before the first, those at
  /// the maximum the one after the last.
  struct Segment {
    int bucket;
    std::int64_t before;
  };
  /// Without a branch, which a processor would foretell wrongly where buckets without values begin.
  void append(int bucket, std::int64_t count) {
    segments_[used_] = {bucket, count_};
    used_ += static_cast<std::size_t>(count != 0);
    count_ += count;
  }
  /// Where the values of a bucket lie, without regard to minimum and maximum; with regard to them.
  Interval edges_of(int bucket) const;
  Interval ends_of(int bucket) const;
  static std::int64_t values_in(const Segment* segment) { return segment[1].before - segment->before; }
  /// The segment of a rank from 0 to count() - 1.
  const Segment* holding(std::int64_t rank) const;

  double centre_, spread_, minimum_, maximum_;
  int first_ = 0, last_ = -1;            ///< Buckets of minimum and maximum, if these differ.
  std::unique_ptr<Segment[]> segments_;  ///< Of which the first `used_` have values; one without any ends them.
  std::size_t used_ = 0;
  std::int64_t count_ = 0;
};

}  // namespace groundwork
