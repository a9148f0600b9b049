#pragma once

#include "models/geography/scopes.hpp"

namespace groundwork {

/// Where the data centres' answers go. Slots: country, regions, provinces.
struct DatacenterOutputs {
  MetricCells racks_built, racks, racks_used, utilisation;
  MetricCells capex, opex, energy;
};

DatacenterOutputs add_datacenter_outputs(OutputTable& table, const GeographicScopes& geography, const Horizon& horizon);

}  // namespace groundwork
