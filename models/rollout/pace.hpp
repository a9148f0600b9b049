#pragma once

#include <span>

#include "models/rollout/facts.hpp"
#include "models/rollout/inputs.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// Time from go-ahead to on air: the longest path through the stages, quarters (eq. 3.2).
template <class Real>
Real lead_quarters(const ConstructionInputs& inputs, const RolloutFacts& facts, const TileInputs<Real>& in,
                   std::span<Real> done) {
  constexpr double weeks_per_quarter = 13.0;
  Real longest = Real(0.0);
  for (const int stage : facts.stage_order) {
    Real start = Real(0.0);
    for (const int before : facts.stage_after[stage]) start = max(start, done[before]);
    done[stage] = start + in[inputs.stages[stage].weeks];
    longest = max(longest, done[stage]);
  }
  return longest / Real(weeks_per_quarter) * in[inputs.duration_factor];
}

/// Productivity of a quarter: a correlated spread around one, less what disruptions take (eq. 3.4 and 3.5).
template <class Real>
class Pace {
 public:
  Pace(const ConstructionInputs& inputs, const RolloutFacts& facts, const TileInputs<Real>& in)
      : facts_(facts),
        memory_(in[inputs.productivity_autocorrelation]),
        news_(sqrt(Real(1.0) - memory_ * memory_)),
        sd_(in[inputs.productivity_sd]),
        disruption_odds_(Real(1.0) - exp(in[inputs.disruption_rate] * Real(-0.25))),
        disruption_depth_(in[inputs.disruption_depth]),
        fading_(exp(Real(-1.0) / in[inputs.disruption_decay])) {}

  /// To be called once for each quarter t = 0, 1, …
  Real next(int t, const TileInputs<Real>& in) {
    spread_ = memory_ * spread_ + news_ * in(facts_.productivity, t);
    const Real strike = select(in(facts_.disruption, t) < disruption_odds_, disruption_depth_, Real(0.0));
    disruption_ = disruption_ * fading_ + strike;
    return max(Real(0.0), Real(1.0) - disruption_) * exp(sd_ * spread_ - Real(0.5) * sd_ * sd_);
  }

 private:
  const RolloutFacts& facts_;
  Real memory_, news_, sd_, disruption_odds_, disruption_depth_, fading_;
  Real spread_ = Real(0.0);
  Real disruption_ = Real(0.0);
};

}  // namespace groundwork
