#pragma once

#include <optional>
#include <vector>

namespace groundwork {

/// A square matrix, row after row.
struct Matrix {
  int size = 0;
  std::vector<double> values;

  static Matrix identity(int size);
  double& at(int row, int column) { return values[static_cast<std::size_t>(row * size + column)]; }
  double at(int row, int column) const { return values[static_cast<std::size_t>(row * size + column)]; }
};

/// Correlation of two normals whose Spearman rank correlation is `spearman` in [-1, 1]: 2·sin(π·spearman/6).
double gaussian_from_spearman(double spearman);
/// The inverse: 6/π·asin(gaussian/2).
double spearman_from_gaussian(double gaussian);

/// Lower triangular L with L·Lᵀ = `correlation`, or none if it is not positive definite (smallest eigenvalue <= 1e-10).
std::optional<Matrix> cholesky(const Matrix& correlation);

/// The correlation matrix nearest to a symmetric `matrix` in the Frobenius norm, with eigenvalues >= 1e-8 (Higham 2002,
/// alternating projections with Dykstra's correction; IMA Journal of Numerical Analysis 22, 329-343).
Matrix nearest_correlation(const Matrix& matrix);

}  // namespace groundwork
