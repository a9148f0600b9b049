#pragma once

#include <cstdint>
#include <vector>

#include "sim/pack/bits.hpp"
#include "sim/random/philox.hpp"

namespace groundwork {

inline constexpr int sobol_max_dimensions = 3667;                        ///< Dimensions that Boost.Random tabulates.
inline constexpr std::int64_t sobol_max_points = std::int64_t{1} << 32;  ///< Points told apart by 32 binary digits.

/// The Sobol sequence with the direction numbers of Joe and Kuo (SIAM Journal on Scientific Computing 30 (2008)
/// 2635-2654), as Boost.Random has them. Points come in Gray-code order (Antonov and Saleev 1979), the order of
/// Boost.Random and of Joe and Kuo's own program: 0, 0.5, 0.75, 0.25, 0.375, 0.875, … in dimension 0. Boost leaves out
/// the point 0, so its n-th output (n = 0, 1, …) is our point n + 1; scrambling needs that point.
///
/// Digits are mirrored: the first digit after the binary point is bit 0, as the scrambling wants them.
class SobolSequence {
 public:
  /// `dimensions` in 0 … sobol_max_dimensions.
  explicit SobolSequence(int dimensions);

  /// The 32 digits of point `index` < 2^32.
  std::uint32_t digits(int dimension, std::uint64_t index) const;
  /// What to xor the digits of point `index` - 1 with to get those of point `index`; index >= 1.
  std::uint32_t step(int dimension, std::uint64_t index) const {
    return directions_[static_cast<std::size_t>(dimension) * 32 + static_cast<std::size_t>(__builtin_ctzll(index))];
  }

 private:
  std::vector<std::uint32_t> directions_;  ///< 32 a dimension, mirrored.
};

/// Nested uniform scrambling (Owen 1995) by hashing mirrored digits, after Laine and Karras (2011) and Burley,
/// "Practical hash-based Owen scrambling", JCGT 9(4) (2020). Every step below lets a bit depend on that bit and the
/// bits under it, one to one, so the net property is kept; and since the arithmetic has 64 bits, digits beyond the 32nd
/// become random too.
///
/// With `offset` uniform and `factor` uniform among the odd numbers, (x + offset)·factor gives any two points exactly
/// the joint distribution of nested uniform scrambling, hence Owen's variance: the first is uniform, and the
/// difference, times factor, is uniform over the numbers with the same lowest set bit. The fixed steps before and after
/// are one to one and do not change that; they break up the linear structure among three points and more.
template <class Real>
struct Scramble {
  Bits<Real> offset;
  Bits<Real> factor;

  explicit Scramble(PhiloxBits<Real> key) : offset(key.first), factor(key.second | 1U) {}

  /// 64 scrambled digits, the first one in bit 63, of the point with these mirrored digits.
  Bits<Real> operator()(std::uint32_t digits) const {
    constexpr std::uint64_t pi_digits = 0x243F6A8885A308D2;  // fraction of π, made even
    constexpr std::uint64_t e_digits = 0xB7E151628AED2A6A;   // fraction of e
    const std::uint64_t spread = digits ^ digits * pi_digits;
    Bits<Real> x = (in_every_lane<Real>(spread) + offset) * factor;
    x ^= x * e_digits;
    return reversed_bits<Real>(x);
  }
};

}  // namespace groundwork
