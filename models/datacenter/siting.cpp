#include "models/datacenter/siting.hpp"

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

SitingFacts bind_siting(const Provinces& provinces) {
  constexpr double site_elasticity = 0.5;    // model.md, section 5
  constexpr double demand_elasticity = 0.3;  // model.md, section 5
  return {gdp_weights(provinces, site_elasticity), gdp_weights(provinces, demand_elasticity)};
}

bool can_serve_nearby(const DatacenterInputs& inputs, const Form& form, Diagnostics& diagnostics) {
  const bool is_too_short = form.mean(inputs.hot_latency_ms) < form.mean(inputs.switching_latency_ms);
  if (diagnostics.has_errors() || !is_too_short || !(form.mean(inputs.hot_share) > 0.0)) return true;
  diagnostics.error(form.position("datacenter.hot_latency_ms"),
                    "the longest round trip is shorter than switching alone takes: that demand could go nowhere",
                    "raise it to datacenter.switching_latency_ms at least, or set datacenter.hot_share to 0");
  return false;
}

}  // namespace groundwork
