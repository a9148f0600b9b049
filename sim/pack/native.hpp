#pragma once

#include "sim/pack/isa.hpp"
#include "sim/pack/pack.hpp"

#ifndef GROUNDWORK_LANES
#error "native.hpp is for kernel sources only: list the source under KERNELS in CMakeLists.txt"
#endif

namespace groundwork {

/// The widest number type of the instruction set that this source is being compiled for.
#if GROUNDWORK_LANES == 8
using Native = Pack<8>;
inline constexpr Isa native_isa = Isa::avx512;
#elif GROUNDWORK_LANES == 4
using Native = Pack<4>;
inline constexpr Isa native_isa = Isa::avx2;
#else
using Native = double;
inline constexpr Isa native_isa = Isa::scalar;
#endif

}  // namespace groundwork
