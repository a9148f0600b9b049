#include "sim/analysis/sensitivity/rank_regression.hpp"

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

/// The inputs, then the output, each with mean zero and variance one; zero for a constant column.
class Standardised {
 public:
  Standardised(const Columns& inputs, const std::vector<double>& output) {
    for (const auto& input : inputs) columns_.push_back(&input);
    columns_.push_back(&output);
    for (const auto* column : columns_) scales_.push_back(scale_of(*column));
  }

  Row columns() const { return std::ssize(columns_); }
  Row paths() const { return std::ssize(*columns_.back()); }

  /// Calls `use` with the columns of some paths after others.
  template <class Use>
  void for_each_block(Use&& use) const {
    constexpr Row chunk = 512;  // rows that stay in the cache
    for (Row first = 0; first < paths(); first += chunk) use(block(first, std::min(chunk, paths() - first)));
  }

 private:
  MatrixXd block(Row first, Row rows) const {
    MatrixXd values(rows, columns());
    const double root = std::sqrt(static_cast<double>(paths()));
    for (Row c = 0; c < columns(); ++c) {
      const auto [mean, norm] = scales_[static_cast<std::size_t>(c)];
      const double* const from = columns_[static_cast<std::size_t>(c)]->data() + first;
      const double factor = norm > 0.0 ? root / norm : 0.0;
      for (Row r = 0; r < rows; ++r) values(r, c) = (from[r] - mean) * factor;
    }
    return values;
  }

  std::vector<const std::vector<double>*> columns_;
  std::vector<Scale> scales_;
};

/// A constant column correlates with itself only. The output's row is the last.
MatrixXd correlation_matrix(const Standardised& data) {
  MatrixXd sum = MatrixXd::Zero(data.columns(), data.columns());
  data.for_each_block([&](const MatrixXd& block) {
    sum.selfadjointView<Eigen::Lower>().rankUpdate(block.transpose(), 1.0 / static_cast<double>(data.paths()));
  });
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

/// Standard errors of the coefficients b, whatever the figure depends on: from their influence functions
/// e·(C⁻¹z)_i + b_i·(z_i² - z_y²)/2 with residuals e, inputs z and figure z_y, which has the scatter of the inputs and
/// of the standard deviations in it (White 1980, Econometrica 48, 817-838, for the first term).
VectorXd coefficient_errors(const Standardised& data, const Regression& regression) {
  const Row inputs = data.columns() - 1;
  const Eigen::ArrayXXd half = 0.5 * regression.coefficients.transpose().array();
  VectorXd sum = VectorXd::Zero(inputs);
  data.for_each_block([&](const MatrixXd& block) {
    const auto z = block.leftCols(inputs);
    const VectorXd figure = block.col(inputs), residual = figure - z * regression.coefficients;
    Eigen::ArrayXXd influence = (z * regression.inverse).array().colwise() * residual.array();
    influence += (z.array().square().colwise() - figure.array().square()) * half.replicate(block.rows(), 1);
    sum += influence.square().colwise().sum().matrix().transpose();
  });
  const auto n = static_cast<double>(data.paths());
  return (sum / (n * (n - static_cast<double>(inputs) - 1.0))).cwiseSqrt();
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
  const Standardised values(inputs, output);
  const std::vector<double> output_ranks = midranks(output);
  const MatrixXd rank_correlations = correlation_matrix(Standardised(input_ranks, output_ranks));
  const Regression of_values = regress(correlation_matrix(values)), of_ranks = regress(rank_correlations);
  const VectorXd errors = coefficient_errors(values, of_values);
  RankRegression result;
  result.r_squared = of_values.r_squared;
  result.rank_r_squared = of_ranks.r_squared;
  for (Row i = 0; i < std::ssize(inputs); ++i) {
    result.spearman.push_back(rank_correlation_estimate(rank_correlations(std::ssize(inputs), i), paths, 0.0));
    result.partial.push_back(rank_correlation_estimate(partial_correlation(of_ranks, i), paths, count - 1.0));
    result.standardised.push_back(symmetric_estimate(of_values.coefficients(i), errors(i), Replication::independent));
  }
  return result;
}

}  // namespace groundwork
