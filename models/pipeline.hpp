#pragma once

#include "sim/pack/math.hpp"

namespace groundwork {

/// Shares of the work in a stage that are done in a quarter and that are left. They add up to one.
template <class Real>
struct StageRate {
  Real done, left;

  StageRate() = default;
  explicit StageRate(Real share_done) : done(share_done), left(Real(1.0) - share_done) {}
};

/// The rate at which `lead_quarters` pass through both stages of a pipeline (eq. 3.3).
template <class Real>
inline StageRate<Real> stage_rate(Real lead_quarters) {
  constexpr double stages = 2.0;
  return StageRate<Real>(Real(1.0) - exp(Real(-stages) / lead_quarters));
}

/// Work in progress that passes through two stages (docs/models/rollout.md, eq. 3.10): building a station, building
/// racks. `Amount` is what is built: a number, or anything that has `fma` and scales like one.
template <class Amount>
struct Pipeline {
  Amount first, second;

  /// Lets a quarter pass; gives what is completed.
  template <class Real>
  Amount advance(const Amount& starts, const StageRate<Real>& rate) {
    const Amount completed = second * rate.done;
    second = fma(second, rate.left, first * rate.done);
    first = fma(first, rate.left, starts);
    return completed;
  }
};

}  // namespace groundwork
