#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

namespace groundwork {

/// One basis function that is not zero on a path, and its value there.
struct SplineTerm {
  Eigen::Index at = 0;
  double weight = 0.0;
};

/// Those of a path: two hat functions of each column, then the products of pairs of columns.
struct SplineRow {
  std::vector<SplineTerm> hats, products;
};

enum class PairTerms { none, all };

/// Functions of the ranks of some columns, to be added up by a regression: of each column a continuous, piecewise
/// linear function with knots that are evenly spaced in rank, and for each pair, if asked for, the product of both
/// ranks less their means.
class SplineBasis {
 public:
  /// Midranks of each column by path, at least one column; they must outlive the basis. `pieces` >= 1 of each column.
  SplineBasis(std::vector<std::span<const double>> ranks, int pieces, PairTerms pairs);

  /// Number of functions. Hats of one column add up to one, so those of several columns depend on one another.
  Eigen::Index size() const;
  /// Calls `use(path, row)` for every path, with the functions' values there.
  template <class Use>
  void for_each_path(Use&& use) const {
    SplineRow row;
    for (std::size_t path = 0; path < ranks_.front().size(); ++path) {
      fill(path, row);
      use(path, row);
    }
  }

 private:
  void fill(std::size_t path, SplineRow& row) const;

  std::vector<std::span<const double>> ranks_;
  int pieces_;
  PairTerms pairs_;
};

/// A regression of several outputs on one basis.
struct SplineFit {
  Eigen::MatrixXd coefficients;  ///< By function and output.
  double rank = 0.0;             ///< Coefficients that the data determine.
  double paths = 0.0;
  Eigen::VectorXd total;     ///< By output: sum of its squared deviations from the mean.
  Eigen::VectorXd residual;  ///< What is left of that.

  double value(const SplineRow& row, Eigen::Index output) const;
};

/// The normal equations of such a regression. They add up over paths.
class SplineEquations {
 public:
  SplineEquations(Eigen::Index size, Eigen::Index outputs);

  void add(const SplineRow& row, std::span<const double> outputs);
  SplineEquations& operator+=(const SplineEquations& other);
  SplineEquations& operator-=(const SplineEquations& other);
  /// Least squares; of all solutions the one of least norm, as an input of few values leaves knots without data.
  SplineFit solve() const;

 private:
  Eigen::MatrixXd gram_, right_;
  double paths_ = 0.0;
  Eigen::VectorXd sum_, squares_;  ///< By output.
};

/// Pieces of the spline of each column: paths^(1/4), 1 … 32, and no more than leave half of the paths over.
int spline_pieces(std::size_t paths, std::size_t columns);

}  // namespace groundwork
