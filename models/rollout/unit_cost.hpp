#pragma once

#include "models/rollout/inputs.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// Power of the number of stations that the price of main equipment follows (docs/models/rollout.md, eq. 4.1).
template <class Real>
Real learning_exponent(const CostInputs& cost, const TileInputs<Real>& in) {
  constexpr double per_ln2 = 1.44269504088896340736;  // 1/ln 2
  return log(Real(1.0) - in[cost.learning_rate]) * Real(per_ln2);
}

/// Price of a station's main equipment, CNY, once `stations_ever` were built (eq. 4.1).
template <class Real>
Real main_equipment_price(const CostInputs& cost, Real stations_ever, Real exponent, const TileInputs<Real>& in) {
  return in[cost.capex[main_equipment]] *
         exp(log(max(stations_ever, Real(1.0)) / in[cost.learning_reference_stations]) * exponent);
}

/// Prices of a station in one quarter, CNY (docs/models/rollout.md, eq. 4.2 and 4.3). A co-built station of n operators
/// costs `single + (n - 1)·further`.
template <class Real>
struct StationPrice {
  Real main_equipment;
  Real single;
  Real further;
};

template <class Real>
StationPrice<Real> station_price(const CostInputs& cost, const SharingInputs& sharing, const TileInputs<Real>& in,
                                 Real main_equipment_cny, Real inflation) {
  StationPrice<Real> price{main_equipment_cny, Real(0.0), Real(0.0)};
  for (int item = 0; item < capex_items; ++item) {
    const Real unit = item == main_equipment ? price.main_equipment : in[cost.capex[item]] * inflation;
    price.single += unit;
    price.further += unit * in[sharing.extra_capex[item]];
  }
  return price;
}

/// Running cost of a station in one quarter (eq. 4.6 to 4.8); `further` is what each operator beyond the first adds.
template <class Real>
struct StationUpkeep {
  Real kwh;
  Real further_kwh;  ///< Energy of a further operator.
  Real fixed_cny;    ///< All but energy.
  Real further_cny;
};

/// Energy of a single-operator station, kWh a quarter (eq. 4.6).
template <class Real>
Real quarterly_kwh(const CostInputs& cost, const TileInputs<Real>& in) {
  constexpr double hours_per_quarter = 8760.0 / 4.0;
  const Real awake = cost.sleep ? Real(1.0) - in[cost.energy_saving] : Real(1.0);
  return in[cost.power_kw] * Real(hours_per_quarter) * in[cost.load_factor] * awake;
}

template <class Real>
StationUpkeep<Real> station_upkeep(const CostInputs& cost, const SharingInputs& sharing, const TileInputs<Real>& in,
                                   Real single_capex, Real inflation) {
  const Real quarter = Real(0.25);
  const Real items[opex_items] = {
      Real(0.0), in[cost.rent] * quarter * inflation, in[cost.transmission] * quarter * inflation,
      in[cost.maintenance_share] * single_capex * quarter, in[cost.staff] * quarter * inflation};
  StationUpkeep<Real> upkeep{quarterly_kwh(cost, in), Real(0.0), Real(0.0), Real(0.0)};
  upkeep.further_kwh = upkeep.kwh * in[sharing.extra_opex[energy_item]];
  for (int item = energy_item + 1; item < opex_items; ++item) {
    upkeep.fixed_cny += items[item];
    upkeep.further_cny += items[item] * in[sharing.extra_opex[item]];
  }
  return upkeep;
}

}  // namespace groundwork
