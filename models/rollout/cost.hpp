#pragma once

#include <array>

#include "models/rollout/build.hpp"
#include "models/rollout/unit_cost.hpp"

namespace groundwork {

/// One quarter's prices, as they are in every province.
template <class Real>
struct QuarterPrices {
  StationPrice<Real> price;
  StationUpkeep<Real> upkeep;
  std::array<Real, geotypes> price_factor;
  Real tariff_factor;
  Real further_equipment;  ///< Main equipment of a further operator over that of the first.
};

template <class Real>
QuarterPrices<Real> quarter_prices(const CostInputs& cost, const SharingInputs& sharing, const TileInputs<Real>& in,
                                   Real stations_ever, Real inflation) {
  const StationPrice<Real> price = station_price(cost, sharing, in, stations_ever, inflation);
  return {price,
          station_upkeep(cost, sharing, in, price.single, inflation),
          {in[cost.geotype_factor[urban]], in[cost.geotype_factor[town]], in[cost.geotype_factor[rural]]},
          in[cost.tariff_factor],
          in[sharing.extra_capex[main_equipment]]};
}

/// Capital and running cost of one network and province in a quarter, but for renewal (eq. 4.4 to 4.8).
template <class Real>
StationFlows<Real> quarter_cost(const QuarterPrices<Real>& prices, const Completions<Real>& built,
                                const ProvinceStations<Real>& stations, Real cost_index, double tariff) {
  const StationUpkeep<Real>& upkeep = prices.upkeep;
  const Real cny_per_kwh = Real(tariff) * prices.tariff_factor;
  StationFlows<Real> flows;
  flows.built = built.stations;
  flows.capex = cost_index * (built.single_price * prices.price.single + built.further_price * prices.price.further);
  flows.capex_alone = cost_index * (built.single_price + built.further_price) * prices.price.single;
  flows.energy = stations.on_air * upkeep.kwh + stations.further * upkeep.further_kwh;
  flows.opex = flows.energy * cny_per_kwh + stations.on_air * upkeep.fixed_cny + stations.further * upkeep.further_cny;
  flows.opex_alone = (stations.on_air + stations.further) * (upkeep.kwh * cny_per_kwh + upkeep.fixed_cny);
  return flows;
}

/// Notes the main equipment that is installed (eq. 4.9).
template <class Real>
void note_equipment(Equipment<Real>& equipment, const Completions<Real>& built, Real further_equipment,
                    Real cost_index) {
  equipment.installed += cost_index * (built.single_price + further_equipment * built.further_price);
  equipment.installed_alone += cost_index * (built.single_price + built.further_price);
}

/// Adds a quarter's renewal of what was installed in a year (eq. 4.9).
template <class Real>
void add_renewal(StationFlows<Real>& flows, const Equipment<Real>& equipment, Real main_equipment_price) {
  flows.capex += equipment.installed * Real(0.25) * main_equipment_price;
  flows.capex_alone += equipment.installed_alone * Real(0.25) * main_equipment_price;
}

}  // namespace groundwork
