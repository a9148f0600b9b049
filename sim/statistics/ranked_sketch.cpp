#include "sim/statistics/ranked_sketch.hpp"

#include <algorithm>
#include <iterator>

#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

namespace {

struct Interval {
  double low;
  double high;
};

/// Where the values of a bucket lie, without regard to minimum and maximum. The gap at the centre is empty.
Interval bounds(int bucket, const CellMoments& moments) {
  const bool below_centre = bucket < 0;
  const int step = (below_centre ? ~bucket : bucket) - sketch_gap;
  if (step < 0) return {moments.centre, moments.centre};
  const double near = moments.spread * sketch_edge(step), far = moments.spread * sketch_edge(step + 1);
  return below_centre ? Interval{moments.centre - far, moments.centre - near}
                      : Interval{moments.centre + near, moments.centre + far};
}

}  // namespace

RankedSketch::RankedSketch(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell) {
  const auto at_minimum = static_cast<std::int64_t>(moments.at_minimum);
  const auto at_maximum = static_cast<std::int64_t>(moments.at_maximum);
  const double minimum = moments.minimum + 0.0, maximum = moments.maximum + 0.0;  // -0.0 becomes 0.0
  append(minimum, minimum, at_minimum);
  if (!(minimum < maximum)) return;
  const int first = sketch_bucket_of(minimum - moments.centre, moments.inverse_spread);
  const int last = sketch_bucket_of(maximum - moments.centre, moments.inverse_spread);
  segments_.reserve(static_cast<std::size_t>(last - first) + 3);
  for (int bucket = first; bucket <= last; ++bucket) {
    std::int64_t inner = counters.at(cell, bucket);
    if (inner == 0) continue;
    inner -= (bucket == first ? at_minimum : 0) + (bucket == last ? at_maximum : 0);
    Interval range = bounds(bucket, moments);
    if (bucket == last) range.high = maximum;  // the outermost bucket has no end of its own
    if (bucket == first) range.low = minimum;
    append(std::min(std::max(range.low, minimum), maximum), std::min(std::max(range.high, minimum), maximum), inner);
  }
  append(maximum, maximum, at_maximum);
}

std::vector<RankedSketch::Segment>::const_iterator RankedSketch::holding(std::int64_t rank) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), rank,
                                      [](std::int64_t r, const Segment& segment) { return r < segment.before; });
  return std::prev(after);
}

double RankedSketch::at(std::int64_t rank) const {
  const Segment& segment = *holding(rank);
  const double part = (static_cast<double>(rank - segment.before) + 0.5) / static_cast<double>(segment.count);
  return segment.low + part * (segment.high - segment.low);
}

double RankedSketch::mean_between(double from, double to) const {
  const auto first = static_cast<std::int64_t>(from);
  const double reference = at(first);
  double sum = 0.0;
  for (auto segment = holding(first); segment != segments_.end(); ++segment) {
    const auto before = static_cast<double>(segment->before), count = static_cast<double>(segment->count);
    const double begin = std::max(from - before, 0.0), end = std::min(to - before, count);
    if (!(begin < end)) break;
    const double middle = segment->low + 0.5 * (begin + end) / count * (segment->high - segment->low);
    sum += (end - begin) * (middle - reference);
  }
  return reference + sum / (to - from);
}

}  // namespace groundwork
