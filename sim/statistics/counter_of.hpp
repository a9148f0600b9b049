#pragma once

#include <cstdint>

#include "sim/pack/native.hpp"
#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

/// `yes` where the mask is set, `no` elsewhere.
template <class Real>
inline Bits<Real> pick(Mask<Real> mask, Bits<Real> yes, Bits<Real> no) {
  if constexpr (lanes_of<Real> == 1)
    return mask ? yes : no;
  else
    return mask.lanes ? yes : no;
}

/// 0, 1, 2, … in the lanes, from `first` on.
template <class Real>
inline Bits<Real> counting_from(int first) {
  std::uint64_t numbers[lanes_of<Real>];
  for (int lane = 0; lane < lanes_of<Real>; ++lane)
    numbers[lane] = static_cast<std::uint64_t>(static_cast<std::int64_t>(first + lane));
  Bits<Real> bits;
  std::memcpy(&bits, numbers, sizeof bits);
  return bits;
}

/// Where to count the values of one cell.
struct Counting {
  std::uint32_t* counters;  ///< The close ones.
  std::ptrdiff_t to_far;
  std::int64_t crowded;  ///< Bucket.
};

/// Finds each value's counter. Incrementing one counter over and over waits for memory each time, so the crowded bucket
/// is counted lane by lane in counters 0 … 7, and what is undefined in counters -8 … -1.
template <class Real>
class CounterOf {
 public:
  CounterOf(const Counting& counting, double inverse_spread)
      : inverse_spread_(inverse_spread),
        crowded_(Bits<Real>{} + static_cast<std::uint64_t>(counting.crowded)),
        to_far_(Bits<Real>{} + static_cast<std::uint64_t>(counting.to_far)) {}

  Bits<Real> operator()(Real distance, Mask<Real> is_defined) const {
    const Real magnitude = sketch_magnitude(distance, inverse_spread_);
    const Bits<Real> bucket = sketch_bucket(distance, magnitude);
    const Bits<Real> place = pick<Real>(magnitude >= Real(far_magnitude), bucket + to_far_, bucket);
    const Bits<Real> spread_out = bucket == crowded_ ? crowded_lanes_ : place;
    return pick<Real>(is_defined, spread_out, undefined_lanes_);
  }

  /// The same for a value that is defined and less than far_magnitude from the centre.
  Bits<Real> close(Real distance) const {
    const Bits<Real> bucket = sketch_bucket(distance, abs(distance) * inverse_spread_ + Real(1.0));
    return bucket == crowded_ ? crowded_lanes_ : bucket;
  }

 private:
  Real inverse_spread_;
  Bits<Real> crowded_, to_far_;
  Bits<Real> crowded_lanes_ = counting_from<Real>(0), undefined_lanes_ = counting_from<Real>(-sketch_gap);
};

}  // namespace groundwork
