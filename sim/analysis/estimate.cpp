#include "sim/analysis/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "sim/statistics/confidence.hpp"

namespace groundwork {

namespace {

double half_width(double standard_error, Replication replication) {
  Summary summary;
  summary.standard_error = standard_error;
  return mean_half_width(summary, replication);
}

}  // namespace

Estimate symmetric_estimate(double value, double standard_error, Replication replication) {
  const double half = half_width(standard_error, replication);
  return {value, standard_error, value - half, value + half};
}

Estimate rank_correlation_estimate(double correlation, double paths, double given) {
  constexpr double closest_to_one = 1.0 - 1e-15;
  const double r = std::clamp(correlation, -closest_to_one, closest_to_one);
  const double error = std::sqrt((1.0 + r * r / 2.0) / (paths - given - 3.0));
  const double half = half_width(error, Replication::independent);
  return {correlation, error * (1.0 - r * r), std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half)};
}

}  // namespace groundwork
