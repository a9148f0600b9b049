#pragma once

#include "models/geography/ledger.hpp"
#include "models/rollout/outputs.hpp"

namespace groundwork {

/// What stations come to, metric by metric.
template <class Real>
struct RolloutLedgers {
  Ledger<Real> built, capex, capex_alone, opex, opex_alone, energy, unserved, item_cost, item_saving;
  Ledger<Real> stations, cobuilt, covered, users;

  RolloutLedgers(const RolloutOutputs& cells, Scratch<Real>& scratch)
      : built(cells.stations_built, scratch),
        capex(cells.capex, scratch),
        capex_alone(cells.capex_alone, scratch),
        opex(cells.opex, scratch),
        opex_alone(cells.opex_alone, scratch),
        energy(cells.energy, scratch),
        unserved(cells.unserved_traffic, scratch),
        item_cost(cells.item_cost, scratch),
        item_saving(cells.item_saving, scratch),
        stations(cells.stations, scratch),
        cobuilt(cells.stations_cobuilt, scratch),
        covered(cells.population_covered, scratch),
        users(cells.users, scratch) {}
};

}  // namespace groundwork
