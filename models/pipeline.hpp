#pragma once

#include "sim/pack/math.hpp"

namespace groundwork {

/// Work in progress that passes through two stages (docs/models/rollout.md, eq. 3.10): building a station, building
/// racks. `Amount` is what is built: a number, or anything that adds up and scales like one.
template <class Amount>
struct Pipeline {
  Amount first, second;

  /// Lets a quarter pass; gives what is completed. `stage_rate` is that of stage_rate().
  template <class Real>
  Amount advance(Amount starts, Real stage_rate) {
    const Amount advancing = first * stage_rate;
    const Amount completed = second * stage_rate;
    second += advancing - completed;
    first += starts - advancing;
    return completed;
  }
};

/// Share of the work in a stage that is done in a quarter when `lead_quarters` pass through both (eq. 3.3).
template <class Real>
inline Real stage_rate(Real lead_quarters) {
  constexpr double stages = 2.0;
  return Real(1.0) - exp(Real(-stages) / lead_quarters);
}

}  // namespace groundwork
