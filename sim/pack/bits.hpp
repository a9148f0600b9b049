#pragma once

#include <bit>
#include <cstdint>

#include "sim/pack/pack.hpp"

/// Integer arithmetic on the lanes of a `Real`, for random numbers. All of it is exact, so bits never depend on the
/// width.
namespace groundwork {

/// `value` in every lane.
template <class Real>
inline Bits<Real> in_every_lane(std::uint64_t value) {
  return Bits<Real>{} + value;
}

/// 0, 1, 2, …: the number of each lane.
template <class Real>
inline Bits<Real> lane_numbers() {
  Bits<Real> numbers{};
  if constexpr (lanes_of < Real >> 1)
    for (int lane = 0; lane < lanes_of<Real>; ++lane) numbers[lane] = static_cast<std::uint64_t>(lane);
  return numbers;
}

/// Product of the low 32 bits of `a` and the low 32 bits of `b`, lane by lane; the high bits of both are ignored.
inline std::uint64_t low_product(std::uint64_t a, std::uint64_t b) {
  return std::uint64_t{static_cast<std::uint32_t>(a)} * static_cast<std::uint32_t>(b);
}

/// The eight bytes of each lane in reverse order.
inline std::uint64_t reversed_bytes(std::uint64_t x) { return __builtin_bswap64(x); }

/// Whether a bit is set in any lane.
inline bool any_bit(std::uint64_t x) { return x != 0; }

/// Writes the low 16 bits of each lane side by side.
inline void store_low_quarters(std::uint16_t* to, std::uint64_t x) { *to = static_cast<std::uint16_t>(x); }

#if defined(__AVX2__)
inline VectorTypes<4>::Unsigned low_product(VectorTypes<4>::Unsigned a, VectorTypes<4>::Unsigned b) {
  return VectorTypes<4>::Unsigned(_mm256_mul_epu32(__m256i(a), __m256i(b)));
}
inline VectorTypes<4>::Unsigned reversed_bytes(VectorTypes<4>::Unsigned x) {
  const __m256i order =
      _mm256_set_epi64x(0x08090a0b0c0d0e0f, 0x0001020304050607, 0x08090a0b0c0d0e0f, 0x0001020304050607);
  return VectorTypes<4>::Unsigned(_mm256_shuffle_epi8(__m256i(x), order));
}
inline void store_low_quarters(std::uint16_t* to, VectorTypes<4>::Unsigned x) {
  const __m256i pairs =
      _mm256_shuffle_epi8(__m256i(x), _mm256_set1_epi32(0x09080100));  // each half's in its low 32 bits
  const __m128i all = _mm_unpacklo_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to), all);
}
inline bool any_bit(VectorTypes<4>::Unsigned x) { return _mm256_testz_si256(__m256i(x), __m256i(x)) == 0; }
#endif

#if defined(__AVX512F__)
// The forms with a mask, here of all lanes, since GCC 12 warns of the others' own headers; the code is the same.
inline VectorTypes<8>::Unsigned low_product(VectorTypes<8>::Unsigned a, VectorTypes<8>::Unsigned b) {
  return VectorTypes<8>::Unsigned(_mm512_maskz_mul_epu32(0xff, __m512i(a), __m512i(b)));
}
inline VectorTypes<8>::Unsigned reversed_bytes(VectorTypes<8>::Unsigned x) {
  const __m512i order =
      _mm512_set4_epi64(0x08090a0b0c0d0e0f, 0x0001020304050607, 0x08090a0b0c0d0e0f, 0x0001020304050607);
  return VectorTypes<8>::Unsigned(_mm512_shuffle_epi8(__m512i(x), order));
}
inline void store_low_quarters(std::uint16_t* to, VectorTypes<8>::Unsigned x) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_maskz_cvtepi64_epi16(0xff, __m512i(x)));
}
inline bool any_bit(VectorTypes<8>::Unsigned x) { return _mm512_test_epi64_mask(__m512i(x), __m512i(x)) != 0; }
#endif

/// The 64 bits of each lane in reverse order.
template <class Real>
inline Bits<Real> reversed_bits(Bits<Real> x) {
  x = ((x >> 1) & 0x5555555555555555U) | ((x & 0x5555555555555555U) << 1);
  x = ((x >> 2) & 0x3333333333333333U) | ((x & 0x3333333333333333U) << 2);
  x = ((x >> 4) & 0x0f0f0f0f0f0f0f0fU) | ((x & 0x0f0f0f0f0f0f0f0fU) << 4);
  return reversed_bytes(x);
}

/// All bits of a lane set where a < b, none elsewhere; both below 2^63.
template <class Real>
inline Bits<Real> where_less(Bits<Real> a, std::uint64_t b) {
  if constexpr (lanes_of<Real> == 1)
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(a - b) >> 63);
  else
    return Bits<Real>(typename Real::Integers(a - b) >> 63);
}

/// All bits of a lane set where the sign bit of `value` is, none elsewhere.
template <class Real>
inline Bits<Real> sign_of(Real value) {
  if constexpr (lanes_of<Real> == 1)
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(bits_of(value)) >> 63);
  else
    return Bits<Real>(typename Real::Integers(bits_of(value)) >> 63);
}

/// Writes the low 16 bits of the selected lanes side by side, and what it likes up to lanes_of<Real> numbers; gives how
/// many are selected.
template <class Real>
inline int store_selected_quarters(std::uint16_t* to, Bits<Real> x, Mask<Real> selected) {
  std::uint16_t quarters[lanes_of<Real>];
  store_low_quarters(quarters, x);
  const Bits<Real> ones = bits_of(select(selected, real_from_bits<Real>(in_every_lane<Real>(1)), Real(0.0)));
  std::uint64_t is_selected[lanes_of<Real>];
  std::memcpy(is_selected, &ones, sizeof ones);
  int count = 0;
  for (int lane = 0; lane < lanes_of<Real>; ++lane) {
    to[count] = quarters[lane];
    count += static_cast<int>(is_selected[lane]);
  }
  return count;
}

#if defined(__AVX512VL__)
template <>
inline int store_selected_quarters<Pack<8>>(std::uint16_t* to, VectorTypes<8>::Unsigned x, Pack<8>::Mask selected) {
  const __mmask8 lanes = _mm512_movepi64_mask(__m512i(selected.lanes));
  const __m256i halves = _mm256_maskz_compress_epi32(lanes, _mm512_maskz_cvtepi64_epi32(0xff, __m512i(x)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_maskz_cvtepi32_epi16(0xff, halves));
  return std::popcount(static_cast<unsigned>(lanes));
}
#endif

/// The same integers as doubles; exact below 2^53. Without an instruction for it: each half of the bits is put into the
/// fraction of a double whose last place has the half's weight (2^32 at 2^84, 1 at 2^52), and these offsets are taken
/// off.
template <class Real>
inline Real real_from_integer(Bits<Real> whole) {
  if constexpr (lanes_of<Real> == 1) return static_cast<double>(static_cast<std::int64_t>(whole));
#if defined(__AVX512DQ__)
  else if constexpr (lanes_of<Real> == 8)
    return typename Real::Vector(_mm512_maskz_cvtepu64_pd(0xff, __m512i(whole)));
#endif
  else {
    const Real high = real_from_bits<Real>((whole >> 32) | bits_of(0x1p84));
    const Real low = real_from_bits<Real>((whole & 0xffffffffU) | bits_of(0x1p52));
    return (high - Real(0x1p84 + 0x1p52)) + low;
  }
}

}  // namespace groundwork
