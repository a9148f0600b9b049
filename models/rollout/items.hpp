#pragma once

#include <array>

#include "models/rollout/cost.hpp"
#include "models/rollout/item_volumes.hpp"

namespace groundwork {

/// Adds a quarter of a network to what its items are made of.
template <class Real>
void add_quarter(ItemVolumes<Real>& items, const QuarterPrices<Real>& prices, const Volume<Real>& built,
                 const Volume<Real>& on_air) {
  items.built.add(built.single_price, built.further_price, prices.inflation);
  items.equipped.add(built.single_price, built.further_price, prices.price.main_equipment);
  items.on_air.add(on_air.stations, on_air.further, prices.inflation);
  items.maintained.add(on_air.stations, on_air.further, prices.price.single);
  items.metered.add(on_air.tariff, on_air.further_tariff, Real(1.0));
}

/// An item's cost in a year, and what it would be had each operator built alone, CNY.
template <class Real>
struct ItemCost {
  Real actual, alone;
};

/// By item, in the order of station_item_list().
template <class Real>
using ItemCosts = std::array<ItemCost<Real>, station_items>;

/// `unit`: what one operator pays for its station; `extra`: what each further one adds, over that.
template <class Real>
ItemCost<Real> item_cost(const Weighted<Real>& volume, Real unit, Real extra) {
  return {unit * fma(extra, volume.further, volume.stations), unit * (volume.stations + volume.further)};
}

/// The cost of a network's year by item (docs/models/rollout.md, eq. 4.12).
template <class Real>
ItemCosts<Real> item_costs(const ItemVolumes<Real>& volumes, const CostInputs& cost, const SharingInputs& sharing,
                           const TileInputs<Real>& in) {
  const auto extra_capex = [&](int item) { return in[sharing.extra_capex[item]]; };
  const auto extra_opex = [&](int item) { return in[sharing.extra_opex[item]]; };
  const Real quarter = Real(0.25);
  ItemCosts<Real> costs;
  costs[main_equipment] = item_cost(volumes.equipped, Real(1.0), extra_capex(main_equipment));
  for (int item = main_equipment + 1; item < capex_items; ++item)
    costs[item] = item_cost(volumes.built, in[cost.capex[item]], extra_capex(item));
  costs[renewal_item] = {volumes.renewed.installed, volumes.renewed.installed_alone};
  const std::array<Real, opex_items> units{quarterly_kwh(cost, in), in[cost.rent] * quarter,
                                           in[cost.transmission] * quarter, in[cost.maintenance_share] * quarter,
                                           in[cost.staff] * quarter};
  for (int item = 0; item < opex_items; ++item) {
    const Weighted<Real>& volume = item == energy_item        ? volumes.metered
                                   : item == maintenance_item ? volumes.maintained
                                                              : volumes.on_air;
    costs[first_running_item + item] = item_cost(volume, units[item], extra_opex(item));
  }
  return costs;
}

}  // namespace groundwork
