#pragma once

#include <string>
#include <vector>

#include "models/geography/scopes.hpp"
#include "models/rollout/inputs.hpp"

namespace groundwork {

/// Where the rollout's answers go. Slots: country, regions, provinces, networks.
struct RolloutOutputs {
  MetricCells stations_built, stations, stations_cobuilt, population_covered, users;
  MetricCells capex, opex, capex_alone, opex_alone, energy, unserved_traffic;
  MetricCells capex_saving, opex_saving, capex_saving_rate, opex_saving_rate;
  MetricCells item_cost, item_saving;  ///< Slots: the items of the country, then those of each network.
};

/// Adds a scope for each network; gives their indices.
std::vector<int> add_network_scopes(OutputTable& table, const std::vector<NetworkInputs>& networks);

/// What an item of a network's cost is called in results: "CT+CU/capex-ran".
std::string network_item_name(const std::string& network, const std::string& item);

RolloutOutputs add_rollout_outputs(OutputTable& table, const GeographicScopes& geography,
                                   const std::vector<int>& networks, const Horizon& horizon);

}  // namespace groundwork
