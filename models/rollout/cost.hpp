#pragma once

#include <array>

#include "models/rollout/network.hpp"
#include "models/rollout/unit_cost.hpp"

namespace groundwork {

/// One quarter's prices, as they are in every province.
template <class Real>
struct QuarterPrices {
  StationPrice<Real> price;
  StationUpkeep<Real> upkeep;
  Real inflation;  ///< Price level over that of the start.
};

template <class Real>
QuarterPrices<Real> quarter_prices(const CostInputs& cost, const SharingInputs& sharing, const TileInputs<Real>& in,
                                   Real main_equipment_cny, Real inflation) {
  const StationPrice<Real> price = station_price(cost, sharing, in, main_equipment_cny, inflation);
  return {price, station_upkeep(cost, sharing, in, price.single, inflation), inflation};
}

/// Capital and running cost of a quarter, but for renewal (eq. 4.4 to 4.8).
template <class Real>
StationFlows<Real> quarter_cost(const QuarterPrices<Real>& prices, const Volume<Real>& built,
                                const Volume<Real>& on_air) {
  const StationPrice<Real>& price = prices.price;
  const StationUpkeep<Real>& upkeep = prices.upkeep;
  StationFlows<Real> flows;
  flows.built = built.stations;
  flows.capex = fma(built.single_price, price.single, built.further_price * price.further);
  flows.capex_alone = (built.single_price + built.further_price) * price.single;
  flows.energy = fma(on_air.stations, upkeep.kwh, on_air.further * upkeep.further_kwh);
  const Real other = fma(on_air.stations, upkeep.fixed_cny, on_air.further * upkeep.further_cny);
  flows.opex = fma(on_air.tariff, upkeep.kwh, fma(on_air.further_tariff, upkeep.further_kwh, other));
  flows.opex_alone =
      fma(on_air.tariff + on_air.further_tariff, upkeep.kwh, (on_air.stations + on_air.further) * upkeep.fixed_cny);
  return flows;
}

/// Main equipment in what a year built (eq. 4.9). `further`: that of a further operator over that of the first.
template <class Real>
Equipment<Real> equipment_in(const Volume<Real>& built, Real further) {
  return {built.single_price + further * built.further_price, built.single_price + built.further_price};
}

/// Price of renewing a year's equipment, a quarter of it each quarter (eq. 4.9).
template <class Real>
struct RenewalPrice {
  Real price = Real(0.0);       ///< CNY
  Real discounted = Real(0.0);  ///< CNY

  void add_quarter(Real day_price, Real discount) {
    const Real quarter = Real(0.25) * day_price;
    price += quarter;
    discounted += discount * quarter;
  }
};

/// What renewing a year's equipment costs, and would cost alone, CNY.
template <class Real>
Equipment<Real> renewed(const Equipment<Real>& equipment, const RenewalPrice<Real>& renewal) {
  return {equipment.installed * renewal.price, equipment.installed_alone * renewal.price};
}

/// Adds a year's renewal; gives its discounted cost.
template <class Real>
Real add_renewal(StationFlows<Real>& flows, const Equipment<Real>& equipment, const RenewalPrice<Real>& renewal) {
  const Equipment<Real> cost = renewed(equipment, renewal);
  flows.capex += cost.installed;
  flows.capex_alone += cost.installed_alone;
  return equipment.installed * renewal.discounted;
}

}  // namespace groundwork
