#pragma once

#include <cstdint>

#include "sim/pack/pack.hpp"

/// Table look-up in kernels: whole parts of reals, and one element of an array for each lane.
namespace groundwork {

namespace detail {
/// Adding it leaves no bits for fractions, so that the sum is rounded to a whole number, which its low 51 bits spell.
inline constexpr double rounder = 0x1.8p52;
}  // namespace detail

/// The whole number below `x`; where x is whole itself, it or the one before. 0 <= x < 2^50.
template <class Real>
inline Real whole_part(Real x) {
  return (x - Real(0.5) + Real(detail::rounder)) - Real(detail::rounder);
}

/// The whole numbers `whole` as integers. 0 <= whole < 2^50.
template <class Real>
inline Bits<Real> index_of(Real whole) {
  return bits_of(whole + Real(detail::rounder)) & (Bits<Real>{} + ((std::uint64_t{1} << 51U) - 1U));
}

/// from[index] for each lane.
inline double gather(const double* from, Bits<double> index) { return from[index]; }

#if defined(__AVX2__)
inline Pack<4> gather(const double* from, Bits<Pack<4>> index) {
  return Pack<4>::Vector(_mm256_i64gather_pd(from, __m256i(index), sizeof(double)));
}
#endif

#if defined(__AVX512F__)
inline Pack<8> gather(const double* from, Bits<Pack<8>> index) {
  return Pack<8>::Vector(_mm512_i64gather_pd(__m512i(index), from, sizeof(double)));
}
#endif

/// Four neighbours in memory, for each lane: from[index], …, from[index + 3].
template <class Real>
struct Quartet {
  Real first, second, third, fourth;
};

inline Quartet<double> gather_quartet(const double* from, Bits<double> index) {
  const double* const start = from + index;
  return {start[0], start[1], start[2], start[3]};
}

// One load a lane and a transposition: on current processors twice as fast as four gathers.
#if defined(__AVX2__)
inline Quartet<Pack<4>> gather_quartet(const double* from, Bits<Pack<4>> index) {
  const __m256d a = _mm256_loadu_pd(from + index[0]), b = _mm256_loadu_pd(from + index[1]);
  const __m256d c = _mm256_loadu_pd(from + index[2]), d = _mm256_loadu_pd(from + index[3]);
  const __m256d odd_ab = _mm256_unpacklo_pd(a, b), even_ab = _mm256_unpackhi_pd(a, b);
  const __m256d odd_cd = _mm256_unpacklo_pd(c, d), even_cd = _mm256_unpackhi_pd(c, d);
  constexpr int low_halves = 0x20, high_halves = 0x31;
  return {Pack<4>::Vector(_mm256_permute2f128_pd(odd_ab, odd_cd, low_halves)),
          Pack<4>::Vector(_mm256_permute2f128_pd(even_ab, even_cd, low_halves)),
          Pack<4>::Vector(_mm256_permute2f128_pd(odd_ab, odd_cd, high_halves)),
          Pack<4>::Vector(_mm256_permute2f128_pd(even_ab, even_cd, high_halves))};
}
#endif

#if defined(__AVX512F__)
inline Quartet<Pack<8>> gather_quartet(const double* from, Bits<Pack<8>> index) {
  const Bits<Pack<4>> near = {index[0], index[1], index[2], index[3]}, far = {index[4], index[5], index[6], index[7]};
  const Quartet<Pack<4>> a = gather_quartet(from, near), b = gather_quartet(from, far);
  const auto both = [](Pack<4> low, Pack<4> high) {
    return Pack<8>(Pack<8>::Vector(__builtin_shufflevector(low.v, high.v, 0, 1, 2, 3, 4, 5, 6, 7)));
  };
  return {both(a.first, b.first), both(a.second, b.second), both(a.third, b.third), both(a.fourth, b.fourth)};
}
#endif

}  // namespace groundwork
