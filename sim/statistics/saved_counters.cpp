#include "sim/statistics/saved_counters.hpp"

#include <span>
#include <vector>

namespace groundwork {

namespace {

struct FarCounter {
  std::int32_t bucket;
  std::uint32_t count;
};

bool is_close(int bucket) { return -sketch_close <= bucket && bucket < sketch_close; }

/// Those that are not zero; none lies beyond the buckets of the extremes.
std::vector<FarCounter> far_counters(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell) {
  std::vector<FarCounter> found;
  if (!(moments.minimum <= moments.maximum)) return found;
  const int first = sketch_bucket_of(moments.minimum - moments.centre, moments.inverse_spread);
  const int last = sketch_bucket_of(moments.maximum - moments.centre, moments.inverse_spread);
  for (int bucket = first; bucket <= last; ++bucket)
    if (!is_close(bucket) && counters.at(cell, bucket) != 0) found.push_back({bucket, counters.at(cell, bucket)});
  return found;
}

std::span<std::uint32_t> close_counters(const CellCounters& counters, std::ptrdiff_t cell) {
  return {counters.close_of(cell) - sketch_close, CellCounters::close_stride};
}

}  // namespace

void save_counters(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell, ByteWriter& out) {
  out.array(std::span<const std::uint32_t>(close_counters(counters, cell)));
  const std::vector<FarCounter> far = far_counters(moments, counters, cell);
  out.value(static_cast<std::uint32_t>(far.size()));
  out.array(std::span<const FarCounter>(far));
}

void load_counters(const CellCounters& counters, std::ptrdiff_t cell, ByteReader& in) {
  in.array(close_counters(counters, cell));
  for (auto left = in.value<std::uint32_t>(); left > 0; --left) {
    const auto [bucket, count] = in.value<FarCounter>();
    if (bucket < -sketch_side || bucket >= sketch_side) throw std::runtime_error("no such counter");
    counters.at(cell, bucket) = count;
  }
}

}  // namespace groundwork
