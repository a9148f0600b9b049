#include "sim/distribution/correlation.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <numbers>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

Eigen::MatrixXd to_eigen(const Matrix& matrix) {
  check(std::ssize(matrix.values) == static_cast<std::ptrdiff_t>(matrix.size) * matrix.size, "Matrix: not square");
  Eigen::MatrixXd out(matrix.size, matrix.size);
  for (int row = 0; row < matrix.size; ++row)
    for (int column = 0; column < matrix.size; ++column) out(row, column) = matrix.at(row, column);
  return out;
}

Matrix from_eigen(const Eigen::MatrixXd& matrix) {
  Matrix out = Matrix::identity(static_cast<int>(matrix.rows()));
  for (int row = 0; row < out.size; ++row)
    for (int column = 0; column < out.size; ++column) out.at(row, column) = matrix(row, column);
  return out;
}

double smallest_eigenvalue(const Eigen::MatrixXd& matrix) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix, Eigen::EigenvaluesOnly).eigenvalues().minCoeff();
}

/// The matrix nearest to a symmetric one whose eigenvalues are at least `floor`.
Eigen::MatrixXd with_eigenvalue_floor(const Eigen::MatrixXd& matrix, double floor) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  const Eigen::VectorXd raised = solver.eigenvalues().cwiseMax(floor);
  return solver.eigenvectors() * raised.asDiagonal() * solver.eigenvectors().transpose();
}

/// Higham 2002, algorithm 3.3. Ends when both projections agree to `tolerance`.
Eigen::MatrixXd alternating_projections(const Eigen::MatrixXd& matrix, double floor) {
  constexpr int rounds = 5000;
  constexpr double tolerance = 1e-10;
  Eigen::MatrixXd with_unit_diagonal = matrix;
  Eigen::MatrixXd correction = Eigen::MatrixXd::Zero(matrix.rows(), matrix.cols());
  for (int round = 0; round < rounds; ++round) {
    const Eigen::MatrixXd corrected = with_unit_diagonal - correction;
    const Eigen::MatrixXd positive = with_eigenvalue_floor(corrected, floor);
    correction = positive - corrected;
    with_unit_diagonal = positive;
    with_unit_diagonal.diagonal().setOnes();
    if ((with_unit_diagonal - positive).norm() <= tolerance * positive.norm()) break;
  }
  return with_unit_diagonal;
}

}  // namespace

Matrix Matrix::identity(int size) {
  Matrix out{.size = size,
             .values = std::vector<double>(static_cast<std::size_t>(size) * static_cast<std::size_t>(size))};
  for (int i = 0; i < size; ++i) out.at(i, i) = 1.0;
  return out;
}

double gaussian_from_spearman(double spearman) { return 2.0 * std::sin(std::numbers::pi * spearman / 6.0); }

double spearman_from_gaussian(double gaussian) { return 6.0 / std::numbers::pi * std::asin(0.5 * gaussian); }

std::optional<Matrix> cholesky(const Matrix& correlation) {
  constexpr double smallest = 1e-10;
  if (correlation.size == 0) return correlation;
  const Eigen::MatrixXd matrix = to_eigen(correlation);
  if (!(smallest_eigenvalue(matrix) > smallest)) return std::nullopt;
  const Eigen::LLT<Eigen::MatrixXd> factor(matrix);
  if (factor.info() != Eigen::Success) return std::nullopt;
  return from_eigen(factor.matrixL());
}

Matrix nearest_correlation(const Matrix& matrix) {
  constexpr double floor = 1e-8;
  if (matrix.size == 0) return matrix;
  const Eigen::MatrixXd given = to_eigen(matrix);
  if ((given.diagonal().array() == 1.0).all() && smallest_eigenvalue(given) >= floor) return matrix;
  Eigen::MatrixXd nearest = alternating_projections(given, 2.0 * floor);
  nearest = 0.5 * (nearest + nearest.transpose()).eval();
  // What the last projection took from the smallest eigenvalue comes back from a trace of the identity.
  const double least = smallest_eigenvalue(nearest);
  if (least < floor) {
    const double share = (2.0 * floor - least) / (1.0 - least);
    nearest = (1.0 - share) * nearest + share * Eigen::MatrixXd::Identity(matrix.size, matrix.size);
    nearest.diagonal().setOnes();
  }
  return from_eigen(nearest);
}

}  // namespace groundwork
