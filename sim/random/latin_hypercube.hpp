#pragma once

#include <cstdint>

#include "sim/pack/bits.hpp"
#include "sim/random/philox.hpp"

namespace groundwork {

inline constexpr std::int64_t lhs_max_points = (std::int64_t{1} << 32) - 1;

/// n strata laid out as rows × row_length >= n cells, as square as possible, on which a Feistel network permutes: fewer
/// than row_length cells are unused, so walking past them is rare.
struct StrataGrid {
  std::uint64_t strata = 1;
  std::uint64_t rows = 1;  ///< At most 2^16, as is row_length.
  std::uint64_t row_length = 1;

  StrataGrid() = default;
  /// 1 <= strata <= lhs_max_points.
  explicit StrataGrid(std::int64_t strata);
};

/// A random permutation of the strata, computed for one of them at a time: a generalised Feistel network on rows and
/// columns with cycle walking (Black and Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, methods 2 and
/// 3), then a random rotation, which makes every point's stratum exactly uniform. The round functions are the strongly
/// universal (factor·x + offset) mod 2^64 div 2^32 (Dietzfelbinger, STACS 1996), their values at any two x independent.
template <class Real>
class StrataPermutation {
 public:
  StrataPermutation() = default;
  /// The permutations of the replicates in the lanes.
  StrataPermutation(StrataGrid grid, std::uint64_t seed, StreamKey stream, Bits<Real> replicate) {
    for (int half = 0; half < half_rounds; ++half)
      keys_[half] = replicate_key<Real>(seed, stream, replicate, static_cast<std::uint64_t>(half));
    const Bits<Real> turn = replicate_key<Real>(seed, stream, replicate, half_rounds).first;
    shift_ = scaled(turn >> 32, turn, grid.strata);
  }

  /// The stratum of point `point` < strata.
  Bits<Real> operator()(const StrataGrid& grid, std::uint64_t point) const {
    const auto narrow = static_cast<std::uint32_t>(point);  // division of 32 bits is faster
    const auto length = static_cast<std::uint32_t>(grid.row_length);
    Cell cell{in_every_lane<Real>(narrow / length), in_every_lane<Real>(narrow % length)};
    cell = permuted(grid, cell);
    for (Bits<Real> outside = unused(grid, cell); any_bit(outside); outside = unused(grid, cell)) {
      const Cell next = permuted(grid, cell);
      cell.row = (next.row & outside) | (cell.row & ~outside);
      cell.column = (next.column & outside) | (cell.column & ~outside);
    }
    return wrapped(number(grid, cell) + shift_, grid.strata);
  }

 private:
  static constexpr int half_rounds = 8;  ///< Fewer leave some pairs of 16 strata more frequent than others.

  struct Cell {
    Bits<Real> row;
    Bits<Real> column;
  };

  static Bits<Real> number(const StrataGrid& grid, Cell cell) {
    return low_product(cell.row, in_every_lane<Real>(grid.row_length)) + cell.column;
  }

  /// All bits set where the cell is past the last stratum.
  static Bits<Real> unused(const StrataGrid& grid, Cell cell) {
    return ~where_less<Real>(number(grid, cell), grid.strata);
  }

  Cell permuted(const StrataGrid& grid, Cell cell) const {
    for (int half = 0; half < half_rounds; half += 2) {
      cell.row = wrapped(cell.row + random_below(cell.column, keys_[half], grid.rows), grid.rows);
      cell.column = wrapped(cell.column + random_below(cell.row, keys_[half + 1], grid.row_length), grid.row_length);
    }
    return cell;
  }

  /// A number below `size` that `key` decides for each x < 2^32.
  static Bits<Real> random_below(Bits<Real> x, const PhiloxBits<Real>& key, std::uint64_t size) {
    const Bits<Real> product = low_product(x, key.first) + (low_product(x, key.first >> 32) << 32);
    return low_product((product + key.second) >> 32, in_every_lane<Real>(size)) >> 32;
  }

  /// x modulo `size`, for x < 2·size.
  static Bits<Real> wrapped(Bits<Real> x, std::uint64_t size) { return x - size + (where_less<Real>(x, size) & size); }

  /// (high·2^32 + low)·size div 2^64, of the low 32 bits of `high` and `low`.
  static Bits<Real> scaled(Bits<Real> high, Bits<Real> low, std::uint64_t size) {
    const Bits<Real> factor = in_every_lane<Real>(size);
    return (low_product(high, factor) + (low_product(low, factor) >> 32)) >> 32;
  }

  PhiloxBits<Real> keys_[half_rounds];
  Bits<Real> shift_;
};

/// The number at `jitter` in (0, 1) of the way through `stratum` of `strata`; rounding never makes it 1.
template <class Real>
inline Real within_stratum(Bits<Real> stratum, Real jitter, std::uint64_t strata) {
  const Real u = (real_from_integer<Real>(stratum) + jitter) / Real(static_cast<double>(strata));
  const Real below_one = 1.0 - 0x1p-53;
  return select(u < below_one, u, below_one);
}

}  // namespace groundwork
