#pragma once

#include <string>
#include <vector>

#include "models/cost_item.hpp"
#include "models/geography/scopes.hpp"

namespace groundwork {

/// Where the data centres' answers go. Slots: country, regions, provinces.
struct DatacenterOutputs {
  MetricCells racks_built, racks, racks_used, utilisation;
  MetricCells capex, opex, energy;
  MetricCells rack_flow;  ///< Slots: from each region to each, the target fastest.
  MetricCells item_cost;  ///< Slots: RackItem.
};

/// What the cost of racks is made of.
enum class RackItem { facility, servers, electricity, upkeep };
/// In that order, as results name them: "rack-facility", ….
std::vector<CostItem> rack_item_list();

/// What a flow of load from one region to another is called in results: "east-to-west".
std::string rack_flow_name(const std::string& from, const std::string& to);

DatacenterOutputs add_datacenter_outputs(OutputTable& table, const GeographicScopes& geography, const Horizon& horizon);

}  // namespace groundwork
