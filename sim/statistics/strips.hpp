#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/pack/bits.hpp"
#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

/// Counts one cell's values in the close buckets, in bytes that stay in the first-level cache, and then adds them to
/// the cell's counters. Values take turns among four strips of bytes, since to increment one of them again and again
/// would wait for memory each time.
class Strips {
 public:
  /// Values that may be counted before they are settled: no byte overflows.
  static constexpr int most_values = 4 * 255;

  /// Where to count values at these distances from the centre. What is not close, or NaN, has places that nobody reads.
  template <class Real>
  static Bits<Real> places_of(Real distance, Real inverse_spread) {
    const Real magnitude =
        min(fma(abs(distance), inverse_spread, Real(1.0)), Real(far_magnitude));  // if NaN, the second
    return sketch_bucket(distance, magnitude) + std::uint64_t{margin + sketch_close};
  }

  /// Counts the 16 values of a row.
  void count(const std::uint16_t* places) {
#pragma GCC unroll 16
    for (std::ptrdiff_t i = 0; i < randomisations; ++i) ++counts_[i % strips][places[i]];
  }

  /// Adds the counts to a cell's recent counters, and begins anew. No value lies beyond buckets `lowest` … `highest`.
  template <class Real>
  void settle(int lowest, int highest, std::uint16_t* recent) {
    constexpr int group = CellCounters::group, size = static_cast<int>(sizeof(Real));
    const int first = (std::max(lowest, -sketch_close) + sketch_close) / group;
    const int last = (std::min(highest, sketch_close - 1) + sketch_close) / group;
    for (int at = first * group; at <= last * group; at += group)
      for (int part = 0; part < group; part += size) settle_part<Real>(margin + at + part, recent + at + part / 2);
  }

 private:
  static constexpr int strips = most_values / 255, margin = 64;

  /// Even and odd bytes are added as 16 bits.
  template <class Real>
  void settle_part(int place, std::uint16_t* recent) {
    constexpr std::uint64_t even_bytes = 0x00ff00ff00ff00ff;
    std::uint16_t* const recent_odd = recent + CellCounters::group / 2;
    Bits<Real> even = read<Real>(recent), odd = read<Real>(recent_odd);
#pragma GCC unroll 4
    for (auto& strip : counts_) {
      const Bits<Real> counts = read<Real>(strip + place);
      even += counts & even_bytes;
      odd += (counts >> 8) & even_bytes;
      write<Real>(Bits<Real>{}, strip + place);
    }
    write<Real>(even, recent);
    write<Real>(odd, recent_odd);
  }

  template <class Real>
  static Bits<Real> read(const void* from) {
    Bits<Real> bits;
    std::memcpy(&bits, from, sizeof bits);
    return bits;
  }
  template <class Real>
  static void write(Bits<Real> bits, void* to) {
    std::memcpy(to, &bits, sizeof bits);
  }

  alignas(64) std::uint8_t counts_[strips][margin + 2 * sketch_close + margin] = {};
};

/// Where the values of a cell are to be counted, in path order.
struct Places {
  alignas(64) std::uint16_t of[Strips::most_values];
  std::uint16_t far[Strips::most_values + randomisations];  ///< Buckets of the values that are not close.
  int far_count = 0;

  int rows = 0;             ///< That are to be counted.
  std::ptrdiff_t cell = 0;  ///< Whose they are.
  int lowest = 0;           ///< Bucket of the least value.
  int highest = 0;          ///< Bucket of the greatest value.
  bool moves_many = false;  ///< Whether counters that are high are to be moved then.

  [[gnu::always_inline]] void count(int row, Strips& strips) const {
    if (row < rows) strips.count(of + std::ptrdiff_t{row} * randomisations);
  }
  /// The counter of far value i.
  std::uint32_t& far_counter(const CellCounters& counters, int i) const {
    return counters.wide_at(cell, static_cast<std::int16_t>(far[i]));
  }
  template <class Real>
  void settle(Strips& strips, const CellCounters& counters) {
    if (rows > 0) strips.settle<Real>(lowest, highest, counters.recent_of(cell));
    for (int i = 0; i < far_count; ++i) ++far_counter(counters, i);
    far_count = 0;
    if (moves_many) counters.move_many(cell);
    rows = 0;
    moves_many = false;
  }
};

}  // namespace groundwork
