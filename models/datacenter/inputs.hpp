#pragma once

#include "sim/contract/form.hpp"

namespace groundwork {

/// What the scenario says under [datacenter].
struct DatacenterInputs {
  Quantity initial_racks, initial_utilisation;
  Quantity growth_start, growth_end, growth_fade_years, demand_sd;
  Quantity hot_share, hot_latency_ms, switching_latency_ms;
  Quantity utilisation_target, lead_years, catch_up;
  Quantity facility_capex, it_capex, it_price_drift, it_life, facility_life;
  Quantity rack_kw, tariff_factor, staff, maintenance_share;
  Quantity transport, siting_sensitivity;
  Quantity pue_base, pue_per_degree, pue_floor, pue_cap;

  void declare(Form& form);
};

}  // namespace groundwork
