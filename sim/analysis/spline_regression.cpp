#include "sim/analysis/spline_regression.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <utility>

namespace groundwork {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

SplineBasis::SplineBasis(std::vector<std::span<const double>> ranks, int pieces, PairTerms pairs)
    : ranks_(std::move(ranks)), pieces_(pieces), pairs_(pairs) {}

Index SplineBasis::size() const {
  const Index columns = std::ssize(ranks_);
  return columns * (pieces_ + 1) + (pairs_ == PairTerms::all ? columns * (columns - 1) / 2 : 0);
}

void SplineBasis::fill(std::size_t path, SplineRow& row) const {
  const auto paths = static_cast<double>(ranks_.front().size());
  row.hats.clear();
  row.products.clear();
  Index first = 0;
  for (const auto& ranks : ranks_) {
    const double place = (ranks[path] - 0.5) / paths * pieces_;
    const double knot = std::clamp(std::floor(place), 0.0, pieces_ - 1.0);
    const double weight = place - knot;
    const Index at = static_cast<Index>(knot) + first;
    row.hats.push_back({at, 1.0 - weight});
    row.hats.push_back({at + 1, weight});
    first += pieces_ + 1;
  }
  if (pairs_ == PairTerms::none) return;
  const auto centred = [&](std::size_t column) { return (ranks_[column][path] - 0.5) / paths - 0.5; };
  for (std::size_t i = 0; i < ranks_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) row.products.push_back({first++, centred(i) * centred(j)});
}

double SplineFit::value(const SplineRow& row, Index output) const {
  double value = 0.0;
  for (std::size_t i = 0; i < row.hats.size(); i += 2)
    value += row.hats[i].weight * coefficients(row.hats[i].at, output) +
             row.hats[i + 1].weight * coefficients(row.hats[i + 1].at, output);
  for (const SplineTerm& product : row.products) value += product.weight * coefficients(product.at, output);
  return value;
}

SplineEquations::SplineEquations(Index size, Index outputs)
    : gram_(MatrixXd::Zero(size, size)),
      right_(MatrixXd::Zero(size, outputs)),
      sum_(VectorXd::Zero(outputs)),
      squares_(VectorXd::Zero(outputs)) {}

void SplineEquations::add(const SplineRow& row, std::span<const double> outputs) {
  const auto add_term = [&](const SplineTerm& term) {
    for (std::size_t k = 0; k < outputs.size(); ++k) right_(term.at, static_cast<Index>(k)) += term.weight * outputs[k];
    for (const SplineTerm& other : row.hats) gram_(other.at, term.at) += term.weight * other.weight;
    for (const SplineTerm& other : row.products) gram_(other.at, term.at) += term.weight * other.weight;
  };
  for (const SplineTerm& term : row.hats) add_term(term);
  for (const SplineTerm& term : row.products) add_term(term);
  paths_ += 1.0;
  const Eigen::Map<const VectorXd> values(outputs.data(), std::ssize(outputs));
  sum_ += values;
  squares_ += values.cwiseAbs2();
}

SplineEquations& SplineEquations::operator+=(const SplineEquations& other) {
  gram_ += other.gram_;
  right_ += other.right_;
  paths_ += other.paths_;
  sum_ += other.sum_;
  squares_ += other.squares_;
  return *this;
}

SplineEquations& SplineEquations::operator-=(const SplineEquations& other) {
  gram_ -= other.gram_;
  right_ -= other.right_;
  paths_ -= other.paths_;
  sum_ -= other.sum_;
  squares_ -= other.squares_;
  return *this;
}

SplineFit SplineEquations::solve() const {
  Eigen::CompleteOrthogonalDecomposition<MatrixXd> solver;
  solver.setThreshold(1e-9);
  solver.compute(gram_);
  SplineFit fit;
  fit.coefficients = MatrixXd(right_.rows(), right_.cols());
  for (Index output = 0; output < right_.cols(); ++output)
    fit.coefficients.col(output) = solver.solve(right_.col(output));
  fit.rank = static_cast<double>(solver.rank());
  fit.paths = paths_;
  fit.total = (squares_ - sum_.cwiseAbs2() / paths_).cwiseMax(0.0);
  fit.residual = (squares_ - right_.cwiseProduct(fit.coefficients).colwise().sum().transpose()).cwiseMax(0.0);
  return fit;
}

int spline_pieces(std::size_t paths, std::size_t columns) {
  const auto n = static_cast<double>(paths);
  const double affordable = std::floor((0.5 * n - 1.0) / static_cast<double>(columns));
  return static_cast<int>(std::clamp(std::min(std::round(std::pow(n, 0.25)), affordable), 1.0, 32.0));
}

}  // namespace groundwork
