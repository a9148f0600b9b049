#pragma once

namespace groundwork {

/// A value that is multiplied by the same factor each quarter: one exponential a path takes the place of one a quarter.
template <class Real>
struct Compounding {
  Real value;   ///< Of the coming quarter.
  Real factor;  ///< From one quarter to the next.

  Real next() {
    const Real now = value;
    value = value * factor;
    return now;
  }
};

}  // namespace groundwork
