#pragma once

#include <cmath>  // says FP_FAST_FMA, which the next one asks for

#include <sleef.h>

#include "sim/pack/pack.hpp"

#if !defined(FP_FAST_FMA)  // then the header hides these; the library has them all the same
extern "C" {
double Sleef_finz_expd1_u10purecfma(double);
double Sleef_finz_logd1_u10purecfma(double);
double Sleef_finz_powd1_u10purecfma(double, double);
double Sleef_finz_erfcd1_u15purecfma(double);
}
#endif

/// Elementary functions with the same bits at every width: SLEEF's deterministic ("finz") variants, at most 1.0 ulp off
/// (erfc: 1.5). The C library's functions promise neither and are not used in kernels.
namespace groundwork {

inline double exp(double x) { return Sleef_finz_expd1_u10purecfma(x); }
inline double log(double x) { return Sleef_finz_logd1_u10purecfma(x); }
inline double pow(double x, double y) { return Sleef_finz_powd1_u10purecfma(x, y); }
inline double erfc(double x) { return Sleef_finz_erfcd1_u15purecfma(x); }

#if defined(__AVX2__)
inline Pack<4> exp(Pack<4> x) { return Pack<4>::Vector(Sleef_finz_expd4_u10avx2(x.v)); }
inline Pack<4> log(Pack<4> x) { return Pack<4>::Vector(Sleef_finz_logd4_u10avx2(x.v)); }
inline Pack<4> pow(Pack<4> x, Pack<4> y) { return Pack<4>::Vector(Sleef_finz_powd4_u10avx2(x.v, y.v)); }
inline Pack<4> erfc(Pack<4> x) { return Pack<4>::Vector(Sleef_finz_erfcd4_u15avx2(x.v)); }
#endif

#if defined(__AVX512F__)
inline Pack<8> exp(Pack<8> x) { return Pack<8>::Vector(Sleef_finz_expd8_u10avx512f(x.v)); }
inline Pack<8> log(Pack<8> x) { return Pack<8>::Vector(Sleef_finz_logd8_u10avx512f(x.v)); }
inline Pack<8> pow(Pack<8> x, Pack<8> y) { return Pack<8>::Vector(Sleef_finz_powd8_u10avx512f(x.v, y.v)); }
inline Pack<8> erfc(Pack<8> x) { return Pack<8>::Vector(Sleef_finz_erfcd8_u15avx512f(x.v)); }
#endif

}  // namespace groundwork
