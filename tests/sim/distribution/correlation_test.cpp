#include "sim/distribution/correlation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

namespace groundwork {

namespace {

Matrix matrix_of(int size, std::vector<double> values) { return {.size = size, .values = std::move(values)}; }

std::vector<double> ranks(const std::vector<double>& x) {
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return x[i]; });
  std::vector<double> out(x.size());
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = static_cast<double>(i);
  return out;
}

/// Spearman's coefficient without ties: 1 - 6·Σd²/(n³ - n).
double spearman(const std::vector<double>& x, const std::vector<double>& y) {
  const std::vector<double> a = ranks(x), b = ranks(y);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  const double n = static_cast<double>(x.size());
  return 1.0 - 6.0 * sum / (n * (n * n - 1.0));
}

}  // namespace

TEST_CASE("rank and normal correlations convert as the bivariate normal demands") {
  CHECK(spearman_from_gaussian(0.5) == Approx(0.4825837395).margin(5e-11));  // 6/π·asin(1/4)
  for (const double rho : {-1.0, -0.7, 0.0, 0.3, 1.0}) {
    CHECK(gaussian_from_spearman(rho) == Approx(-gaussian_from_spearman(-rho)));
    CHECK(spearman_from_gaussian(gaussian_from_spearman(rho)) == Approx(rho).margin(1e-15));
  }
  CHECK(gaussian_from_spearman(1.0) == Approx(1.0));
}

TEST_CASE("the factor times its transpose is the matrix") {
  const Matrix matrix = matrix_of(3, {1.0, 0.6, -0.3, 0.6, 1.0, 0.2, -0.3, 0.2, 1.0});
  const auto factor = cholesky(matrix);
  REQUIRE(factor);
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) {
      double sum = 0.0;
      for (int k = 0; k < 3; ++k) sum += factor->at(i, k) * factor->at(j, k);
      CHECK(sum == Approx(matrix.at(i, j)).margin(1e-15));
      if (j > i) CHECK(factor->at(i, j) == 0.0);
    }
}

TEST_CASE("a factor is refused to semidefinite and to indefinite matrices") {
  CHECK_FALSE(cholesky(matrix_of(2, {1.0, 1.0, 1.0, 1.0})));
  CHECK_FALSE(cholesky(matrix_of(2, {1.0, 1.0 - 5e-11, 1.0 - 5e-11, 1.0})));
  CHECK_FALSE(cholesky(matrix_of(3, {1.0, 0.9, -0.9, 0.9, 1.0, 0.9, -0.9, 0.9, 1.0})));
  CHECK(cholesky(matrix_of(2, {1.0, 1.0 - 5e-10, 1.0 - 5e-10, 1.0})));
}

TEST_CASE("normals correlated through the factor have the rank correlation asked for") {
  // The standard error of Spearman's coefficient is at most 1.06·(1-ρ²)/√n for this ρ: 0.0016 for n = 200,000. Four of
  // them: false alarm 6e-5. It would catch the use of the rank correlation itself as the normals' (off by 0.017).
  constexpr int n = 200000;
  constexpr double wanted = 0.6;
  const double rho = gaussian_from_spearman(wanted);
  const auto factor = cholesky(matrix_of(2, {1.0, rho, rho, 1.0}));
  REQUIRE(factor);
  std::mt19937_64 generator(11);
  std::normal_distribution<double> normal;
  std::vector<double> x, y;
  for (int i = 0; i < n; ++i) {
    const double a = normal(generator), b = normal(generator);
    x.push_back(factor->at(0, 0) * a);
    y.push_back(factor->at(1, 0) * a + factor->at(1, 1) * b);
  }
  CHECK(spearman(x, y) == Approx(wanted).margin(4.0 * 0.0016));
}

TEST_CASE("the nearest correlation matrix is that of Higham's example") {
  // Higham 2002, section 4: the tridiagonal matrix of order 4.
  const Matrix nearest = nearest_correlation(matrix_of(4, {2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2}));
  const std::vector<double> published{1.0,    -0.8084, 0.1916, 0.1068,  -0.8084, 1.0,    -0.6562, 0.1916,
                                      0.1916, -0.6562, 1.0,    -0.8084, 0.1068,  0.1916, -0.8084, 1.0};
  for (std::size_t i = 0; i < published.size(); ++i) CHECK(nearest.values[i] == Approx(published[i]).margin(5.1e-5));
}

TEST_CASE("the nearest correlation matrix is one, can be factored, and is its own nearest") {
  std::mt19937_64 generator(5);
  std::uniform_real_distribution<double> any(-1.0, 1.0);
  for (const int size : {2, 3, 6, 12}) {
    Matrix matrix = Matrix::identity(size);
    for (int i = 0; i < size; ++i)
      for (int j = 0; j < i; ++j) matrix.at(i, j) = matrix.at(j, i) = any(generator);
    const Matrix nearest = nearest_correlation(matrix);
    for (int i = 0; i < size; ++i) {
      CHECK(nearest.at(i, i) == 1.0);
      for (int j = 0; j < i; ++j) {
        CHECK(nearest.at(i, j) == nearest.at(j, i));
        CHECK(std::abs(nearest.at(i, j)) <= 1.0);
      }
    }
    CHECK(cholesky(nearest));
    CHECK(nearest_correlation(nearest).values == nearest.values);
  }
}

}  // namespace groundwork
