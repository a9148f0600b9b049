#include "sim/analysis/rank_regression.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using Row = Eigen::Index;

/// Mean and root of the sum of squared deviations.
struct Scale {
  double mean = 0.0, norm = 0.0;
};

Scale scale_of(const std::vector<double>& values) {
  const Eigen::Map<const VectorXd> mapped(values.data(), static_cast<Row>(values.size()));
  const double mean = mapped.mean();
  return {mean, (mapped.array() - mean).matrix().norm()};
}

/// Correlations of the inputs, then of the output: its row is the last. A constant column correlates with itself only.
MatrixXd correlation_matrix(const Columns& inputs, const std::vector<double>& output) {
  constexpr Row chunk = 512;  // rows that stay in the cache
  std::vector<const std::vector<double>*> columns;
  for (const auto& input : inputs) columns.push_back(&input);
  columns.push_back(&output);
  std::vector<Scale> scales;
  for (const auto* column : columns) scales.push_back(scale_of(*column));
  const auto size = static_cast<Row>(columns.size()), paths = static_cast<Row>(output.size());
  MatrixXd sum = MatrixXd::Zero(size, size);
  for (Row first = 0; first < paths; first += chunk) {
    MatrixXd block(std::min(chunk, paths - first), size);
    for (Row c = 0; c < size; ++c) {
      const auto [mean, norm] = scales[static_cast<std::size_t>(c)];
      const double* const from = columns[static_cast<std::size_t>(c)]->data() + first;
      for (Row r = 0; r < block.rows(); ++r) block(r, c) = norm > 0.0 ? (from[r] - mean) / norm : 0.0;
    }
    sum.selfadjointView<Eigen::Lower>().rankUpdate(block.transpose());
  }
  sum.diagonal().setOnes();
  return sum.selfadjointView<Eigen::Lower>();
}

/// Regression of the last column of a correlation matrix on the others.
struct Regression {
  MatrixXd inverse;  ///< Of the inputs' correlations.
  VectorXd coefficients;
  double r_squared = 0.0;
};

Regression regress(const MatrixXd& correlation) {
  const Row inputs = correlation.rows() - 1;
  const VectorXd with_output = correlation.col(inputs).head(inputs);
  const MatrixXd inverse = correlation.topLeftCorner(inputs, inputs).ldlt().solve(MatrixXd::Identity(inputs, inputs));
  const VectorXd coefficients = inverse * with_output;
  return {inverse, coefficients, std::clamp(with_output.dot(coefficients), 0.0, 1.0)};
}

/// Partial correlations from the regression: with v_i the diagonal of the inverse, b_i/sqrt(b_i² + (1 - R²)·v_i).
double partial_correlation(const Regression& regression, Row i) {
  const double b = regression.coefficients(i);
  const double total = b * b + (1.0 - regression.r_squared) * regression.inverse(i, i);
  return total > 0.0 ? b / std::sqrt(total) : 0.0;
}

}  // namespace

std::vector<double> midranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double shared = 0.5 * static_cast<double>(first + 1 + last);
    for (std::size_t i = first; i < last; ++i) ranks[order[i]] = shared;
  }
  return ranks;
}

Columns midranks_of(const Columns& columns) {
  Columns ranks;
  for (const auto& column : columns) ranks.push_back(midranks(column));
  return ranks;
}

std::int64_t least_paths(std::size_t columns) { return static_cast<std::int64_t>(columns) + 3; }

RankRegression rank_regression(const Columns& inputs, const Columns& input_ranks, const std::vector<double>& output) {
  check(std::ssize(output) >= least_paths(inputs.size()), "rank_regression: too few paths");
  check(scale_of(output).norm > 0.0, "rank_regression: a constant output");
  const auto paths = static_cast<double>(output.size()), count = static_cast<double>(inputs.size());
  const MatrixXd rank_correlations = correlation_matrix(input_ranks, midranks(output));
  const Regression of_values = regress(correlation_matrix(inputs, output));
  const Regression of_ranks = regress(rank_correlations);
  RankRegression result;
  result.r_squared = of_values.r_squared;
  result.rank_r_squared = of_ranks.r_squared;
  const double residual = (1.0 - of_values.r_squared) / (paths - count - 1.0);
  for (Row i = 0; i < std::ssize(inputs); ++i) {
    result.spearman.push_back(rank_correlation_estimate(rank_correlations(std::ssize(inputs), i), paths, 0.0));
    result.partial.push_back(rank_correlation_estimate(partial_correlation(of_ranks, i), paths, count - 1.0));
    result.standardised.push_back(symmetric_estimate(
        of_values.coefficients(i), std::sqrt(residual * of_values.inverse(i, i)), Replication::independent));
  }
  return result;
}

}  // namespace groundwork
