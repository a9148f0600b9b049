#include "models/datacenter/outputs.hpp"

#include "models/units.hpp"

namespace groundwork {

DatacenterOutputs add_datacenter_outputs(OutputTable& table, const GeographicScopes& geography,
                                         const Horizon& horizon) {
  const auto add = [&](const char* name, const Unit& unit, const char* meaning, Measure measure,
                       Better better = Better::neither) {
    return add_metric(table, metric_in(unit, name, meaning, measure, better), geography.scopes, horizon);
  };
  DatacenterOutputs out;
  out.racks_built = add("racks_built", units::racks, "racks that went into service", Measure::flow);
  out.racks = add("racks", units::racks, "racks in service at the end of the year", Measure::stock);
  out.racks_used = add("racks_used", units::racks, "of these, racks in use", Measure::stock);
  out.utilisation = add("rack_utilisation", units::share, "racks in use over racks in service", Measure::stock);
  out.capex = add("datacenter_capex", units::cny, "capital cost of racks, with servers and their replacement",
                  Measure::flow, Better::lower);
  out.opex = add("datacenter_opex", units::cny, "running cost of racks", Measure::flow, Better::lower);
  out.energy = add("datacenter_energy", units::kwh, "electricity of racks, with cooling", Measure::flow, Better::lower);
  return out;
}

}  // namespace groundwork
