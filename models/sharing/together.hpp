#pragma once

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
/// `cobuilt_share`: of the need, where there are several operators.
template <class Real>
Together<Real> build_together(int operators, Real cobuilt_share) {
  const double n = operators;
  const Real share = operators > 1 ? cobuilt_share : Real(0.0);
  const Real need = share + (Real(1.0) - share) * Real(n);
  return {need, share / need, n - 1.0};
}

}  // namespace groundwork
