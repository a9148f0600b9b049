#pragma once

#include <limits>

#include "sim/pack/native.hpp"

namespace groundwork {

/// Least and greatest of some values. If there are none, the minimum is +infinity and the maximum -infinity.
struct Range {
  double minimum;
  double maximum;

  bool is_empty() const { return !(minimum <= maximum); }
};

/// Least and greatest values, lane by lane; what is NaN is passed over.
template <class Real>
struct Extremes {
  Real low = Real(std::numeric_limits<double>::infinity());
  Real high = Real(-std::numeric_limits<double>::infinity());

  void add(Real value) {
    low = min(value, low);  // keeps the second if the first is NaN
    high = max(value, high);
  }
  Range range() const {
    double lows[lanes_of<Real>], highs[lanes_of<Real>];
    store(lows, low);
    store(highs, high);
    Range range{lows[0], highs[0]};
    for (int lane = 1; lane < lanes_of<Real>; ++lane) {
      range.minimum = min(lows[lane], range.minimum);
      range.maximum = max(highs[lane], range.maximum);
    }
    return range;
  }
};

}  // namespace groundwork
