#include "sim/analysis/spline_regression.hpp"

#include <catch2/catch.hpp>

#include "sim/analysis/sensitivity/rank_regression.hpp"
#include "tests/sim/analysis/comparison/normals.hpp"

namespace groundwork {

namespace {

/// Sum of the squared deviations of the fit from the values, path by path.
double squares_left(const SplineBasis& basis, const SplineFit& fit, const std::vector<double>& values) {
  double sum = 0.0;
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    const double rest = values[path] - fit.value(row, 0);
    sum += rest * rest;
  });
  return sum;
}

SplineEquations equations_of(const SplineBasis& basis, const std::vector<double>& values, std::size_t first = 0) {
  SplineEquations equations(basis.size(), 1);
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    if (path >= first) equations.add(row, {&values[path], 1});
  });
  return equations;
}

}  // namespace

TEST_CASE("a regression on splines and products finds such functions exactly, and says what is left of others") {
  const std::vector<double> x = midranks(normals(1, 400)), y = midranks(normals(2, 400));
  std::vector<double> additive, product;
  for (std::size_t i = 0; i < x.size(); ++i) {
    additive.push_back(x[i] - 3.0 * y[i] + 5.0);
    product.push_back((x[i] - 200.5) * (y[i] - 200.5));
  }
  const SplineBasis without({x, y}, 4, PairTerms::none), with({x, y}, 4, PairTerms::all);
  CHECK(without.size() == 10);
  CHECK(with.size() == 11);
  const SplineFit exact = equations_of(without, additive).solve();
  CHECK(exact.rank == 9.0);  // the hats of both columns add up to one
  CHECK(exact.residual(0) < 1e-9 * exact.total(0));
  CHECK(squares_left(without, exact, additive) < 1e-9 * exact.total(0));
  const SplineFit rough = equations_of(without, product).solve(), fine = equations_of(with, product).solve();
  CHECK(rough.residual(0) > 0.8 * rough.total(0));
  CHECK(rough.residual(0) == Approx(squares_left(without, rough, product)));
  CHECK(fine.residual(0) < 1e-9 * fine.total(0));
}

TEST_CASE("equations of some paths, taken from those of all, leave those of the others") {
  const std::vector<double> x = midranks(normals(3, 200)), values = normals(4, 200);
  const SplineBasis basis({x}, 3, PairTerms::none);
  SplineEquations rest = equations_of(basis, values);
  rest += equations_of(basis, values, 50);
  rest -= equations_of(basis, values);
  const SplineFit found = rest.solve(), expected = equations_of(basis, values, 50).solve();
  CHECK(found.paths == 150.0);
  CHECK(found.total(0) == Approx(expected.total(0)));
  CHECK(found.residual(0) == Approx(expected.residual(0)));
  CHECK(found.coefficients(2, 0) == Approx(expected.coefficients(2, 0)));
}

}  // namespace groundwork
