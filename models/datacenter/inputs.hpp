#pragma once

#include <string>
#include <vector>

#include "sim/contract/form.hpp"

namespace groundwork {

/// A region's weight when demand is shared out over sites.
struct RegionAttraction {
  std::string region;
  Quantity weight;
};

/// What the scenario says under [datacenter].
struct DatacenterInputs {
  Quantity initial_racks, initial_utilisation;
  Quantity growth_start, growth_end, growth_fade_years, demand_sd;
  Quantity hot_share, hot_latency_ms, switching_latency_ms;
  Quantity utilisation_target, lead_years, catch_up;
  Quantity facility_capex, it_capex, it_price_drift, it_life, facility_life;
  Quantity rack_kw, tariff_factor, staff, maintenance_share;
  Quantity transport, siting_sensitivity;
  std::vector<RegionAttraction> attraction;
  Quantity pue_base, pue_per_degree, pue_floor, pue_cap;

  /// `regions`: all that the table of provinces names.
  void declare(Form& form, const std::vector<std::string>& regions);
};

}  // namespace groundwork
