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
};

/// Adds a scope for each network; gives their indices.
std::vector<int> add_network_scopes(OutputTable& table, const std::vector<NetworkInputs>& networks);

RolloutOutputs add_rollout_outputs(OutputTable& table, const GeographicScopes& geography,
                                   const std::vector<int>& networks, const Horizon& horizon);

}  // namespace groundwork
