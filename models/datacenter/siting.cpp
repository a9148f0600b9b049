#include "models/datacenter/siting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace groundwork {

namespace {

/// GDP times affluence to the `elasticity`, adding up to one.
std::vector<double> gdp_weights(const Provinces& provinces, double elasticity) {
  std::vector<double> weights;
  double sum = 0.0;
  for (const Province& province : provinces.list) {
    weights.push_back(province.gdp_cny * exp(elasticity * province.log_affluence));
    sum += weights.back();
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

SitingFacts bind_siting(const Provinces& provinces, const DatacenterInputs& inputs) {
  constexpr double site_elasticity = 0.5;    // docs/models/datacenter.md, eq. 5.1
  constexpr double demand_elasticity = 0.3;  // docs/models/datacenter.md, eq. 5.1
  constexpr double km_per_ms = 200.0;        // light in fibre
  SitingFacts facts{gdp_weights(provinces, site_elasticity), gdp_weights(provinces, demand_elasticity), {}, {}};
  for (const double km : provinces.distance_km) facts.fibre_ms.push_back(2.0 * km / km_per_ms);
  for (const Province& province : provinces.list)
    facts.region_attraction.push_back(
        std::ranges::find(inputs.attraction, province.region, &RegionAttraction::region)->weight);
  return facts;
}

void check_datacenter(const DatacenterInputs& inputs, const Form& form, Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;  // the values may not be the scenario's
  const double shortest = form.support(inputs.switching_latency_ms).high;
  const double allowed = form.support(inputs.hot_latency_ms).low;
  if (shortest > allowed && form.support(inputs.hot_share).high > 0.0)
    diagnostics.error(
        form.position("datacenter.hot_latency_ms"),
        fmt::format("no data centre may answer within {} ms: switching alone takes up to {} ms", allowed, shortest),
        "raise datacenter.hot_latency_ms, or set datacenter.hot_share = 0");
  const double best = form.support(inputs.pue_floor).high, worst = form.support(inputs.pue_cap).low;
  if (best > worst)
    diagnostics.error(form.position("datacenter.pue.floor"),
                      fmt::format("'datacenter.pue.floor' reaches {}, above 'datacenter.pue.cap', {}", best, worst),
                      "lower the one or raise the other");
}

}  // namespace groundwork
