#pragma once

#include "models/sharing/inputs.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// What co-construction does to one network in one geotype (docs/models/sharing.md).
template <class Real>
struct Together {
  Real need_factor;       ///< Stations needed over those that one operator alone would need, eq. 8.1.
  Real cobuilt_fraction;  ///< Of the stations that are built, eq. 8.2.
  double further;         ///< Operators beyond the first, n - 1.
};

/// Pooled spectrum and own spectrum ask for the same number of stations, max(coverage, busy/(n·capacity)), so the need
/// factor and the co-built fraction do not depend on place or time, and one co-built station stands for n (eq. 8.3).
template <class Real>
Together<Real> build_together(const SharingInputs& inputs, int operators, const TileInputs<Real>& in) {
  const double n = operators;
  const Real share = inputs.enabled && operators > 1 ? in[inputs.cobuilt_share] : Real(0.0);
  const Real need = share + (Real(1.0) - share) * Real(n);
  return {need, share / need, n - 1.0};
}

}  // namespace groundwork
