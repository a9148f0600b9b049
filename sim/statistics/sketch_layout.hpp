#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "sim/pack/bits.hpp"

/// Where the quantile sketch counts a value (docs/adr/0002-sketch-around-a-pilot-centre.md). With u = (x -
/// centre)/spread, buckets are linear in u, 1/64 wide, for |u| < 1; then each octave of 1 + |u| has 64 buckets, up to 1
/// + |u| = 2^31, beyond which the last bucket takes all. Buckets 0, 1, … are u >= 0; -1, -2, … are u < 0.
namespace groundwork {

inline constexpr int sketch_mantissa_bits = 6;
inline constexpr int sketch_octaves = 31;
/// Counters on one side of the centre.
inline constexpr int sketch_side = 2048;
inline constexpr int sketch_counters = 2 * sketch_side;
inline constexpr int sketch_last = (sketch_octaves << sketch_mantissa_bits) - 1;
static_assert(sketch_last < sketch_side);
/// Buckets below this (|u| < 15) are close to the centre; they are kept densely, cell after cell, the others apart.
inline constexpr int sketch_close = 256;

namespace detail {
inline constexpr std::uint64_t bits_of_one = std::uint64_t{0x3FF} << 52U;
inline constexpr unsigned sketch_shift = 52U - sketch_mantissa_bits;
inline constexpr std::uint64_t first_bucket = bits_of_one >> sketch_shift;
/// The double next below 2^31.
inline constexpr double largest_magnitude = 0x1.fffffffffffffp30;
}  // namespace detail

/// 1 + |u|, less than 2^31; `distance` is from the centre.
template <class Real>
inline Real sketch_magnitude(Real distance, Real inverse_spread) {
  return min(fma(abs(distance), inverse_spread, Real(1.0)), Real(detail::largest_magnitude));
}

/// Bucket of a value, in two's complement (NaN: some bucket).
template <class Real>
inline Bits<Real> sketch_bucket(Real distance, Real magnitude) {
  return ((bits_of(magnitude) >> detail::sketch_shift) - detail::first_bucket) ^ sign_of(distance);
}

/// Signed bucket of one distance.
inline int sketch_bucket_of(double distance, double inverse_spread) {
  return static_cast<int>(
      static_cast<std::int64_t>(sketch_bucket(distance, sketch_magnitude(distance, inverse_spread))));
}

/// Smallest |u| of bucket `step` (and of its mirror image).
inline double sketch_edge(int step) {
  return real_from_bits<double>(detail::bits_of_one + (static_cast<std::uint64_t>(step) << detail::sketch_shift)) - 1.0;
}

/// 1 + |u| from which on buckets are not close.
inline constexpr double far_magnitude =
    std::bit_cast<double>(detail::bits_of_one + (std::uint64_t{sketch_close} << detail::sketch_shift));

}  // namespace groundwork
