#pragma once

#include <array>

#include "models/compounding.hpp"
#include "models/rollout/inputs.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// e of the Bass curve at the end of each quarter, from the one that starts at `date` (docs/models/rollout.md,
/// eq. 2.4).
template <class Real>
inline Compounding<Real> fading_from(const DemandInputs& inputs, double date, const TileInputs<Real>& in) {
  constexpr double quarter = 0.25;  // years
  const Real rate = -(in[inputs.innovation] + in[inputs.imitation]);
  return {exp(rate * Real(date + quarter - inputs.launch.date())), exp(rate * Real(quarter))};
}

/// Share of the population that uses 5G when e has faded to `fading` (eq. 2.4).
template <class Real>
inline Real adoption(const DemandInputs& inputs, Real fading, const TileInputs<Real>& in) {
  return in[inputs.ceiling] * (Real(1.0) - fading) /
         (Real(1.0) + in[inputs.imitation] / in[inputs.innovation] * fading);
}

/// Traffic of one user in each quarter from the start, GB a month (eq. 2.5).
template <class Real>
inline Compounding<Real> monthly_gb(const DemandInputs& inputs, const TileInputs<Real>& in) {
  constexpr double quarter = 0.25;  // years
  return {in[inputs.gb_per_user_month], exp(in[inputs.growth] * Real(quarter))};
}

/// Busy-hour load of a user with that traffic, Mbit/s (eq. 2.5).
template <class Real>
inline Real busy_mbps(const DemandInputs& inputs, Real gb_per_month, const TileInputs<Real>& in) {
  constexpr double megabit_per_gb = 8000.0;
  constexpr double days = 30.0, seconds_per_hour = 3600.0;
  return gb_per_month * Real(megabit_per_gb / (days * seconds_per_hour)) * in[inputs.busy_hour_share];
}

/// What one operator's station carries, Mbit/s (eq. 2.6).
template <class Real>
inline Real station_mbps(const DemandInputs& inputs, Quantity bandwidth_mhz, const TileInputs<Real>& in) {
  return in[bandwidth_mhz] * in[inputs.spectral_efficiency] * in[inputs.sectors] * in[inputs.downlink_share] *
         in[inputs.target_load];
}

/// Value of a ramp at a date (eq. 2.2).
template <class Real>
inline Real ramp_at(const Ramp& ramp, double date, const TileInputs<Real>& in) {
  constexpr double instant = 1e-9;  // years; two equal dates make a step
  const Real duration = max(in[ramp.to_date] - in[ramp.from_date], Real(instant));
  const Real passed = clamp((Real(date) - in[ramp.from_date]) / duration, Real(0.0), Real(1.0));
  return in[ramp.from_value] + (in[ramp.to_value] - in[ramp.from_value]) * passed;
}

}  // namespace groundwork
