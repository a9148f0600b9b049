#pragma once

#include "sim/pack/math.hpp"

namespace groundwork {

/// Work in progress that passes through two stages (docs/models/rollout.md, eq. 3.10): building a station, building
/// racks.
template <class Real>
struct Pipeline {
  Real first, second;  ///< In units of what is built.

  /// Lets a quarter pass; gives what is completed. `stage_rate` is that of stage_rate().
  Real advance(Real starts, Real stage_rate) {
    const Real advancing = first * stage_rate;
    const Real completed = second * stage_rate;
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
