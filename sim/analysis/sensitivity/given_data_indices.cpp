#include "sim/analysis/sensitivity/given_data_indices.hpp"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A linear spline on evenly spaced knots: its hat functions at a rank are (1 - weight) at `knot` and weight at the
/// next.
struct Hat {
  Eigen::Index knot = 0;
  double weight = 0.0;
};

Hat hat_at(double rank, double paths, int pieces) {
  const double place = (rank - 0.5) / paths * pieces;
  const double knot = std::clamp(std::floor(place), 0.0, pieces - 1.0);
  return {static_cast<Eigen::Index>(knot), place - knot};
}

/// Calls `use(path, hats)` for every path, with the knots of all inputs in one row.
template <class Use>
void for_each_path(const std::vector<std::span<const double>>& ranks, int pieces, Use&& use) {
  const std::size_t paths = ranks.front().size();
  std::vector<Hat> hats(ranks.size());
  for (std::size_t path = 0; path < paths; ++path) {
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      hats[i] = hat_at(ranks[i][path], static_cast<double>(paths), pieces);
      hats[i].knot += static_cast<Eigen::Index>(i) * (pieces + 1);
    }
    use(path, hats);
  }
}

/// Normal equations of the regression of the output on all hat functions.
struct NormalEquations {
  MatrixXd gram;
  VectorXd right;

  explicit NormalEquations(Eigen::Index size) : gram(MatrixXd::Zero(size, size)), right(VectorXd::Zero(size)) {}

  void add(const std::vector<Hat>& hats, double output) {
    for (const Hat& a : hats)
      for (const auto& [i, left] : {std::pair{a.knot, 1.0 - a.weight}, std::pair{a.knot + 1, a.weight}}) {
        right(i) += left * output;
        for (const Hat& b : hats) {
          gram(i, b.knot) += left * (1.0 - b.weight);
          gram(i, b.knot + 1) += left * b.weight;
        }
      }
  }
};

double value_at(const VectorXd& coefficients, const std::vector<Hat>& hats) {
  double value = 0.0;
  for (const Hat& hat : hats)
    value += (1.0 - hat.weight) * coefficients(hat.knot) + hat.weight * coefficients(hat.knot + 1);
  return value;
}

struct Fit {
  std::vector<double> values;  ///< By path.
  double rank = 0.0;           ///< Coefficients that the data determine.
};

/// Hats of one input add up to one, and an input of few values leaves knots without data: the regression takes the
/// solution of least norm.
Fit fit(const std::vector<std::span<const double>>& ranks, const std::vector<double>& centred) {
  const int pieces = spline_pieces(centred.size(), ranks.size());
  NormalEquations equations(static_cast<Eigen::Index>(ranks.size()) * (pieces + 1));
  for_each_path(ranks, pieces,
                [&](std::size_t path, const std::vector<Hat>& hats) { equations.add(hats, centred[path]); });
  Eigen::CompleteOrthogonalDecomposition<MatrixXd> solver;
  solver.setThreshold(1e-9);
  solver.compute(equations.gram);
  const VectorXd coefficients = solver.solve(equations.right);
  Fit result;
  result.rank = static_cast<double>(solver.rank());
  result.values.resize(centred.size());
  for_each_path(ranks, pieces, [&](std::size_t path, const std::vector<Hat>& hats) {
    result.values[path] = value_at(coefficients, hats);
  });
  return result;
}

std::vector<double> centred_of(const std::vector<double>& output) {
  const Eigen::Map<const VectorXd> mapped(output.data(), static_cast<Eigen::Index>(output.size()));
  const double mean = mapped.mean();
  std::vector<double> centred = output;
  for (double& value : centred) value -= mean;
  return centred;
}

}  // namespace

int spline_pieces(std::size_t paths, std::size_t inputs) {
  const auto n = static_cast<double>(paths);
  const double affordable = std::floor((0.5 * n - 1.0) / static_cast<double>(inputs));
  return static_cast<int>(std::clamp(std::min(std::round(std::pow(n, 0.25)), affordable), 1.0, 32.0));
}

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
