#include "sim/statistics/ranked_sketch.hpp"

#include <algorithm>

#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

RankedSketch::RankedSketch(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell)
    : centre_(moments.centre),
      spread_(moments.spread),
      minimum_(moments.minimum + 0.0),  // -0.0 becomes 0.0
      maximum_(moments.maximum + 0.0) {
  const auto at_minimum = static_cast<std::int64_t>(moments.at_minimum);
  const auto at_maximum = static_cast<std::int64_t>(moments.at_maximum);
  const bool has_several = minimum_ < maximum_;
  if (has_several) {
    first_ = moments.bucket_of(minimum_);
    last_ = moments.bucket_of(maximum_);
  }
  constexpr int others = 2 * CellCounters::group + 3;  // visited beside those from first to last; those of no bucket
  segments_ = std::make_unique_for_overwrite<Segment[]>(static_cast<std::size_t>(last_ - first_ + 1 + others));
  append(first_ - 1, at_minimum);
  counters.for_each(cell, first_, last_, [&](int bucket, std::uint32_t count) {
    append(bucket, count - (bucket == first_ ? at_minimum : 0) - (bucket == last_ ? at_maximum : 0));
  });
  if (has_several) append(last_ + 1, at_maximum);
  segments_[used_] = {last_ + 1, count_};
}

RankedSketch::Interval RankedSketch::edges_of(int bucket) const {
  const bool below_centre = bucket < 0;
  const int step = below_centre ? ~bucket : bucket;
  const double near = spread_ * sketch_edge(step), far = spread_ * sketch_edge(step + 1);
  return below_centre ? Interval{centre_ - far, centre_ - near} : Interval{centre_ + near, centre_ + far};
}

RankedSketch::Interval RankedSketch::ends_of(int bucket) const {
  if (bucket < first_) return {minimum_, minimum_};
  if (bucket > last_) return {maximum_, maximum_};
  Interval ends = edges_of(bucket);
  if (bucket == last_) ends.high = maximum_;  // the outermost bucket has no end of its own
  if (bucket == first_) ends.low = minimum_;
  return {std::clamp(ends.low, minimum_, maximum_), std::clamp(ends.high, minimum_, maximum_)};
}

/// Without branches, which a processor would foretell wrongly half the time.
const RankedSketch::Segment* RankedSketch::holding(std::int64_t rank) const {
  const Segment* found = segments_.get();
  for (std::size_t left = used_; left > 1; left -= left / 2)
    found = found[left / 2].before <= rank ? found + left / 2 : found;
  return found;
}

double RankedSketch::at(std::int64_t rank) const {
  const Segment* const segment = holding(rank);
  const Interval ends = ends_of(segment->bucket);
  const double part = (static_cast<double>(rank - segment->before) + 0.5) / static_cast<double>(values_in(segment));
  return ends.low + part * (ends.high - ends.low);
}

double RankedSketch::mean_between(double from, double to) const {
  const auto first = static_cast<std::int64_t>(from);
  const double reference = at(first);
  double sum = 0.0;
  for (const Segment* segment = holding(first); segment != &segments_[used_]; ++segment) {
    const auto before = static_cast<double>(segment->before), count = static_cast<double>(values_in(segment));
    const double begin = std::max(from - before, 0.0), end = std::min(to - before, count);
    if (!(begin < end)) break;
    const Interval ends = ends_of(segment->bucket);
    const double middle = ends.low + 0.5 * (begin + end) / count * (ends.high - ends.low);
    sum += (end - begin) * (middle - reference);
  }
  return reference + sum / (to - from);
}

}  // namespace groundwork
