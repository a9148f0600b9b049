#pragma once

#include "sim/pack/bits.hpp"

namespace groundwork {

/// A number in (0, 1) from the upper 53 bits: (1 | x >> 11)·2^-53, an odd multiple of 2^-53, never 0 or 1.
template <class Real>
inline Real uniform_from_bits(Bits<Real> x) {
  return real_from_integer<Real>((x >> 11) | 1U) * Real(0x1p-53);
}

}  // namespace groundwork
