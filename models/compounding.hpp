#pragma once

namespace groundwork {

/// A value that is multiplied by the same factor from one quarter, or year, to the next: one exponential a path takes
/// the place of one a period.
template <class Real>
struct Compounding {
  Real value;   ///< Of the coming period.
  Real factor;  ///< From one period to the next.

  Real next() {
    const Real now = value;
    value = value * factor;
    return now;
  }
};

}  // namespace groundwork
