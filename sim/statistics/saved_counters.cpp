#include "sim/statistics/saved_counters.hpp"

#include <array>
#include <span>
#include <vector>

namespace groundwork {

namespace {

struct FarCounter {
  std::int32_t bucket;
  std::uint32_t count;
};

/// Those that are not zero; none lies beyond the buckets of the extremes.
std::vector<FarCounter> far_counters(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell) {
  std::vector<FarCounter> found;
  if (!(moments.minimum <= moments.maximum)) return found;
  const int first = moments.bucket_of(moments.minimum);
  const int last = moments.bucket_of(moments.maximum);
  counters.for_each(cell, first, last, [&](int bucket, std::uint32_t count) {
    if (count != 0 && !CellCounters::is_close(bucket)) found.push_back({bucket, count});
  });
  return found;
}

}  // namespace

void save_counters(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell, ByteWriter& out) {
  std::array<std::uint32_t, CellCounters::close_count> close;
  counters.for_each(cell, -sketch_close, sketch_close - 1, [&](int bucket, std::uint32_t count) {
    close[static_cast<std::size_t>(bucket + sketch_close)] = count;
  });
  out.array(std::span<const std::uint32_t>(close));
  const std::vector<FarCounter> far = far_counters(moments, counters, cell);
  out.value(static_cast<std::uint32_t>(far.size()));
  out.array(std::span<const FarCounter>(far));
}

void load_counters(const CellCounters& counters, std::ptrdiff_t cell, ByteReader& in) {
  std::array<std::uint32_t, CellCounters::close_count> close;
  in.array(std::span<std::uint32_t>(close));
  for (int i = 0; i < CellCounters::close_count; ++i)
    counters.set(cell, i - sketch_close, close[static_cast<std::size_t>(i)]);
  for (auto left = in.value<std::uint32_t>(); left > 0; --left) {
    const auto [bucket, count] = in.value<FarCounter>();
    if (bucket < -sketch_side || bucket >= sketch_side) throw std::runtime_error("no such counter");
    counters.set(cell, bucket, count);
  }
}

}  // namespace groundwork
