#pragma once

#include "models/rollout/volume.hpp"

namespace groundwork {

/// Main equipment installed in a year, in units of its price (docs/models/rollout.md, eq. 4.9).
template <class Real>
struct Equipment {
  Real installed, installed_alone;
};

/// Stations times something, and the further operators on them times the same.
template <class Real>
struct Weighted {
  Real stations = Real(0.0), further = Real(0.0);

  void add(Real more_stations, Real more_further, Real weight) {
    stations = fma(more_stations, weight, stations);
    further = fma(more_further, weight, further);
  }
};

/// What the cost of each item is linear in: sums over the quarters of a network's year (docs/models/rollout.md,
/// eq. 4.12).
template <class Real>
struct ItemVolumes {
  Weighted<Real> built;                           ///< Stations built in units of price, times the price level.
  Weighted<Real> equipped;                        ///< The same times the price of main equipment, CNY.
  Weighted<Real> on_air;                          ///< Stations on air times the price level.
  Weighted<Real> maintained;                      ///< Stations on air times the price of a new one, CNY.
  Weighted<Real> metered;                         ///< Stations on air times tariff, CNY/kWh.
  Equipment<Real> renewed{Real(0.0), Real(0.0)};  ///< CNY
};

}  // namespace groundwork
