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

}  // namespace groundwork
