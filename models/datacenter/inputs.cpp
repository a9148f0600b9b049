#include "models/datacenter/inputs.hpp"

namespace groundwork {

void DatacenterInputs::declare(Form& form) {
  form.quantity(initial_racks, {"datacenter.initial_racks", "racks", {1, 1e9}, "racks in service at the start"});
  form.quantity(initial_utilisation, {"datacenter.initial_utilisation", "share", {0.001, 1}, "of these, racks in use"});
  form.quantity(growth_start,
                {"datacenter.growth_start", "1/year", {-1, 3}, "growth of racks in use at the start, continuous rate"});
  form.quantity(growth_end, {"datacenter.growth_end", "1/year", {-1, 3}, "growth in the long run"});
  form.quantity(growth_fade_years,
                {"datacenter.growth_fade_years", "year", {0.01, 100}, "years from the first growth to the last"});
  form.quantity(demand_sd, {"datacenter.demand_sd", "1/sqrt(year)", {0, 3}, "volatility of the log of demand"});
  form.quantity(hot_share, {"datacenter.hot_share", "share", {0, 1}, "demand that needs a short round trip"});
  form.quantity(hot_latency_ms, {"datacenter.hot_latency_ms", "ms", {0, 1e4}, "longest round trip for that demand"});
  form.quantity(switching_latency_ms,
                {"datacenter.switching_latency_ms", "ms", {0, 1e4}, "round trip but for the fibre"});
  form.quantity(utilisation_target,
                {"datacenter.utilisation_target", "share", {0.01, 1}, "use over racks that builders aim at"});
  form.quantity(lead_years, {"datacenter.lead_years", "year", {0.05, 30}, "years from start to service"});
  form.quantity(catch_up, {"datacenter.catch_up", "1", {0, 100}, "share of a gap that is started in a quarter"});
  form.quantity(facility_capex, {"datacenter.facility_capex", "CNY/rack", {0, 1e8}, "building, power and cooling"});
  form.quantity(it_capex, {"datacenter.it_capex", "CNY/rack", {0, 1e9}, "servers of a rack at the start"});
  form.quantity(it_price_drift,
                {"datacenter.it_price_drift", "1/year", {-2, 2}, "rise of the servers' price, continuous rate"});
  form.quantity(it_life, {"datacenter.it_life", "year", {0.25, 50}, "years until servers are replaced"});
  form.quantity(facility_life,
                {"datacenter.facility_life", "year", {1, 100}, "years over which a facility is paid off"});
  form.quantity(rack_kw, {"datacenter.rack_kw", "kW", {0.01, 500}, "IT power of a used rack"});
  form.quantity(tariff_factor,
                {"datacenter.tariff_factor", "1", {0, 100}, "price paid per kWh over the industrial tariff"});
  form.quantity(staff, {"datacenter.staff", "CNY/rack/year", {0, 1e7}, "staff"});
  form.quantity(maintenance_share,
                {"datacenter.maintenance_share", "share of facility capex/year", {0, 1}, "maintenance"});
  form.quantity(transport, {"datacenter.transport", "CNY/rack/km/year", {0, 1e4}, "carrying a rack's traffic"});
  form.quantity(
      siting_sensitivity,
      {"datacenter.siting_sensitivity", "CNY/rack/year", {10, 1e9}, "cost difference that matters to siting"});
  form.quantity(pue_base, {"datacenter.pue.base", "1", {1, 5}, "power usage effectiveness at 0 degree C"});
  form.quantity(pue_per_degree,
                {"datacenter.pue.per_degree", "1/degree C", {0, 1}, "rise with the yearly mean temperature"});
  form.quantity(pue_floor, {"datacenter.pue.floor", "1", {1, 5}, "best that is reached"});
  form.quantity(pue_cap, {"datacenter.pue.cap", "1", {1, 5}, "worst that is built"});
}

}  // namespace groundwork
