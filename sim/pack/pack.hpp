#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

/// The number type of the kernels. A kernel is a template on `Real`, which is `double` (one path), `Pack<4>` (AVX2) or
/// `Pack<8>` (AVX-512). Every operation does the same IEEE arithmetic in each lane as it does on `double`, so results
/// have the same bits at every width. Never include this from a source that is not a kernel but for `double`.
namespace groundwork {

/// The compiler's vector types of N 64-bit lanes. (GCC ignores the attribute where its size depends on a parameter.)
template <int N>
struct VectorTypes;
template <>
struct VectorTypes<4> {
  using Doubles = double __attribute__((vector_size(32)));
  using Integers = std::int64_t __attribute__((vector_size(32)));
  using Unsigned = std::uint64_t __attribute__((vector_size(32)));
};
template <>
struct VectorTypes<8> {
  using Doubles = double __attribute__((vector_size(64)));
  using Integers = std::int64_t __attribute__((vector_size(64)));
  using Unsigned = std::uint64_t __attribute__((vector_size(64)));
};

template <int N>
struct Pack {
  using Vector = typename VectorTypes<N>::Doubles;
  using Integers = typename VectorTypes<N>::Integers;

  /// All bits of a lane set where true.
  struct Mask {
    Integers lanes;
    friend Mask operator&(Mask a, Mask b) { return {a.lanes & b.lanes}; }
    friend Mask operator|(Mask a, Mask b) { return {a.lanes | b.lanes}; }
  };

  Vector v;

  Pack() = default;
  Pack(Vector vector) : v(vector) {}
  Pack(double value) : v(Vector{} + value) {}

  friend Pack operator+(Pack a, Pack b) { return a.v + b.v; }
  friend Pack operator-(Pack a, Pack b) { return a.v - b.v; }
  friend Pack operator*(Pack a, Pack b) { return a.v * b.v; }
  friend Pack operator/(Pack a, Pack b) { return a.v / b.v; }
  friend Pack operator-(Pack a) { return -a.v; }
  Pack& operator+=(Pack b) { return *this = *this + b; }
  Pack& operator-=(Pack b) { return *this = *this - b; }
  Pack& operator*=(Pack b) { return *this = *this * b; }
  friend Mask operator<(Pack a, Pack b) { return {a.v < b.v}; }
  friend Mask operator<=(Pack a, Pack b) { return {a.v <= b.v}; }
  friend Mask operator>(Pack a, Pack b) { return {a.v > b.v}; }
  friend Mask operator>=(Pack a, Pack b) { return {a.v >= b.v}; }
  friend Mask operator==(Pack a, Pack b) { return {a.v == b.v}; }
};

/// What a kernel needs to know of its number type.
template <class Real>
struct RealTraits;

template <>
struct RealTraits<double> {
  static constexpr int lanes = 1;
  using Mask = bool;
  using Bits = std::uint64_t;
};

template <int N>
struct RealTraits<Pack<N>> {
  static constexpr int lanes = N;
  using Mask = typename Pack<N>::Mask;
  using Bits = typename VectorTypes<N>::Unsigned;
};

/// Unsigned 64-bit integers, one a lane; the usual operators work on them.
template <class Real>
using Bits = typename RealTraits<Real>::Bits;
template <class Real>
using Mask = typename RealTraits<Real>::Mask;
template <class Real>
inline constexpr int lanes_of = RealTraits<Real>::lanes;

/// Reads lanes_of<Real> doubles.
template <class Real>
inline Real load(const double* from) {
  Real value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class Real>
inline void store(double* to, Real value) {
  std::memcpy(to, &value, sizeof value);
}

/// Whether a value fills a line of the cache, so that `stream` writes it past the caches.
template <class Real>
inline constexpr bool is_whole_line = sizeof(Real) == 64;

/// Writes what is not read again soon. `to` is aligned to the size of the value. Other threads may read it after
/// finish_streams<Real>().
template <class Real>
inline void stream(double* to, Real value) {
  store(to, value);
}

template <class Real>
inline void finish_streams() {}

/// `yes` where the mask is set, `no` elsewhere.
inline double select(bool mask, double yes, double no) { return mask ? yes : no; }
template <int N>
inline Pack<N> select(typename Pack<N>::Mask mask, Pack<N> yes, Pack<N> no) {
  return mask.lanes ? yes.v : no.v;
}

/// a < b ? a : b, as the hardware's minimum; `max` likewise with a > b.
inline double min(double a, double b) { return a < b ? a : b; }
inline double max(double a, double b) { return a > b ? a : b; }
inline double abs(double a) { return std::fabs(a); }
inline double sqrt(double a) { return __builtin_sqrt(a); }
/// a·b + c, rounded once: half the work of two operations. Kernels are compiled to fuse nothing by themselves, so this
/// has the same bits everywhere.
inline double fma(double a, double b, double c) { return __builtin_fma(a, b, c); }
inline bool any(bool mask) { return mask; }

template <class Real>
inline Real clamp(Real value, Real low, Real high) {
  return min(max(value, low), high);
}

/// The bits of the doubles, and back.
template <class Real>
inline Bits<Real> bits_of(Real value) {
  Bits<Real> bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

template <class Real>
inline Real real_from_bits(Bits<Real> bits) {
  Real value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

#if defined(__AVX2__)
inline Pack<4> min(Pack<4> a, Pack<4> b) { return Pack<4>::Vector(_mm256_min_pd(a.v, b.v)); }
inline Pack<4> max(Pack<4> a, Pack<4> b) { return Pack<4>::Vector(_mm256_max_pd(a.v, b.v)); }
inline Pack<4> sqrt(Pack<4> a) { return Pack<4>::Vector(_mm256_sqrt_pd(a.v)); }
inline Pack<4> fma(Pack<4> a, Pack<4> b, Pack<4> c) { return Pack<4>::Vector(_mm256_fmadd_pd(a.v, b.v, c.v)); }
inline bool any(Pack<4>::Mask mask) { return _mm256_movemask_pd(_mm256_castsi256_pd(__m256i(mask.lanes))) != 0; }
#endif

#if defined(__AVX512F__)
inline Pack<8> min(Pack<8> a, Pack<8> b) { return Pack<8>::Vector(_mm512_min_pd(a.v, b.v)); }
inline Pack<8> max(Pack<8> a, Pack<8> b) { return Pack<8>::Vector(_mm512_max_pd(a.v, b.v)); }
inline Pack<8> sqrt(Pack<8> a) { return Pack<8>::Vector(_mm512_sqrt_pd(a.v)); }
inline Pack<8> fma(Pack<8> a, Pack<8> b, Pack<8> c) { return Pack<8>::Vector(_mm512_fmadd_pd(a.v, b.v, c.v)); }
inline void stream(double* to, Pack<8> value) { _mm512_stream_pd(to, __m512d(value.v)); }
template <>
inline void finish_streams<Pack<8>>() {
  _mm_sfence();
}
inline bool any(Pack<8>::Mask mask) { return _mm512_movepi64_mask(__m512i(mask.lanes)) != 0; }
#endif

template <int N>
inline Pack<N> abs(Pack<N> a) {
  return real_from_bits<Pack<N>>(bits_of(a) & ~(Bits<Pack<N>>{} + (std::uint64_t{1} << 63U)));
}

}  // namespace groundwork
