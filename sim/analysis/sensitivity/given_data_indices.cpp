#include "sim/analysis/sensitivity/given_data_indices.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/analysis/spline_regression.hpp"
#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

struct Fit {
  std::vector<double> values;  ///< By path.
  double rank = 0.0;           ///< Coefficients that the data determine.
};

Fit fit(const std::vector<std::span<const double>>& ranks, const std::vector<double>& centred) {
  const SplineBasis basis(ranks, spline_pieces(centred.size(), ranks.size()), PairTerms::none);
  SplineEquations equations(basis.size(), 1);
  basis.for_each_path([&](std::size_t path, const SplineRow& row) { equations.add(row, {&centred[path], 1}); });
  const SplineFit solution = equations.solve();
  Fit result{std::vector<double>(centred.size()), solution.rank};
  basis.for_each_path([&](std::size_t path, const SplineRow& row) { result.values[path] = solution.value(row, 0); });
  return result;
}

std::vector<double> centred_of(const std::vector<double>& output) {
  const Eigen::Map<const Eigen::VectorXd> mapped(output.data(), static_cast<Eigen::Index>(output.size()));
  const double mean = mapped.mean();
  std::vector<double> centred = output;
  for (double& value : centred) value -= mean;
  return centred;
}

}  // namespace

ExplainedShare explained_share(const std::vector<std::span<const double>>& ranks, const std::vector<double>& output) {
  const std::vector<double> y = centred_of(output);
  const Fit fitted = fit(ranks, y);
  const auto n = static_cast<double>(y.size());
  check(n > fitted.rank, "explained_share: too few paths");
  double total = 0.0, residual = 0.0;
  for (std::size_t path = 0; path < y.size(); ++path) {
    total += y[path] * y[path];
    residual += (y[path] - fitted.values[path]) * (y[path] - fitted.values[path]);
  }
  check(total > 0.0, "explained_share: a constant output");
  ExplainedShare share;
  const double unexplained = residual / (n - fitted.rank) * (n - 1.0) / total;
  share.value = 1.0 - unexplained;
  share.noise_variance = 2.0 * (fitted.rank - 1.0) * (unexplained / n) * (unexplained / n);
  for (std::size_t path = 0; path < y.size(); ++path) {
    const double g = fitted.values[path];
    share.influence.push_back((2.0 * g * y[path] - g * g - share.value * y[path] * y[path]) * n / total);
  }
  return share;
}

ExplainedShare& ExplainedShare::operator+=(const ExplainedShare& other) {
  value += other.value;
  noise_variance += other.noise_variance;
  influence.resize(other.influence.size(), 0.0);
  for (std::size_t path = 0; path < influence.size(); ++path) influence[path] += other.influence[path];
  return *this;
}

Estimate estimate_of(const ExplainedShare& share) {
  const auto n = static_cast<double>(share.influence.size());
  double squares = 0.0;
  for (const double part : centred_of(share.influence)) squares += part * part;
  // A fit to noise puts twice its own variance into the influence, half of which is no error of the value.
  const double variance = std::max(squares / (n * n) - share.noise_variance, share.noise_variance);
  return symmetric_estimate(share.value, std::sqrt(variance), Replication::independent);
}

}  // namespace groundwork
