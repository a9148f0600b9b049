#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "sim/analysis/sensitivity/drivers.hpp"
#include "sim/analysis/sensitivity/rank_regression.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

FigureDrivers drivers_of(const TestFunction& function, std::int64_t paths, std::uint64_t seed = 7) {
  const Study study = read_function(function);
  return find_drivers(study, run_function(study, paths, seed), {}).front();
}

/// Within four standard errors: a false alarm in 16,000. What bias it would catch depends on the error.
bool is_near(const Estimate& estimate, double truth) {
  return std::fabs(estimate.value - truth) < 4.0 * estimate.standard_error;
}

}  // namespace

TEST_CASE("equal values share their ranks") {
  CHECK(midranks(std::vector<double>{3.0, 1.0, 2.0, 1.0}) == std::vector<double>{4.0, 1.5, 3.0, 1.5});
}

TEST_CASE("a linear model of independent inputs has the shares, correlations and coefficients of theory") {
  const std::vector<double> slopes{3.0, -2.0, 1.0, 0.0};  // squares add up to 14
  const FigureDrivers drivers = drivers_of(linear_function(slopes), 20'000);
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    const Driver& driver = drivers.singles[i];
    CHECK(is_near(driver.first_order, slopes[i] * slopes[i] / 14.0));
    CHECK(driver.first_order.standard_error < 0.007);
    CHECK(is_near(driver.correlations->standardised, slopes[i] / std::sqrt(14.0)));
    CHECK(driver.correlations->standardised.standard_error < 0.007);
  }
  CHECK(drivers.r_squared == Approx(1.0));
  CHECK(is_near(drivers.explained, 1.0));
}

TEST_CASE("with noise of known size, partial correlation and coefficient have the values of theory") {
  // y = 2·x0 + x1 + 2·z of standard normals: the variance is 9, the correlations 2/3 and 1/3, and those of ranks
  // 6/π·asin(r/2). With independent inputs the partial rank correlations follow from these.
  TestFunction function;
  function.value = [](const std::vector<double>& x) { return 2.0 * x[0] + x[1] + 2.0 * x[2]; };
  function.inputs = {"dist = 'normal', mean = 0, sd = 1", "dist = 'normal', mean = 0, sd = 1"};
  function.draws = 1;
  const Study study = read_function(function);
  const Results results = run_function(study, 40'000);
  Columns inputs{results.kept_inputs[0].values, results.kept_inputs[1].values};
  const RankRegression found = rank_regression(inputs, midranks_of(inputs), results.kept[0].values);
  CHECK(is_near(found.standardised[0], 2.0 / 3.0));
  CHECK(is_near(found.standardised[1], 1.0 / 3.0));
  // Moments of normals: e·z0 has variance 4/9, (z0² - y²)/3 has 20/81, their covariance is -16/81. In 40,000 paths the
  // estimate of the variance is within 3 % (four standard errors).
  CHECK(found.standardised[0].standard_error == Approx(std::sqrt(24.0 / 81.0 / 40'000.0)).epsilon(0.015));
  const double first = 6.0 / std::numbers::pi * std::asin(1.0 / 3.0);
  const double second = 6.0 / std::numbers::pi * std::asin(1.0 / 6.0);
  CHECK(is_near(found.spearman[0], first));
  CHECK(is_near(found.spearman[1], second));
  CHECK(is_near(found.partial[0], first / std::sqrt(1.0 - second * second)));
  CHECK(is_near(found.partial[1], second / std::sqrt(1.0 - first * first)));
  CHECK(found.r_squared == Approx(5.0 / 9.0).margin(0.015));
}

TEST_CASE("what depends monotonically on one input alone has partial rank correlation one") {
  TestFunction function = linear_function({1.0, 0.0});
  function.value = [](const std::vector<double>& x) { return -std::exp(9.0 * x[0]); };
  const FigureDrivers drivers = drivers_of(function, 2000);
  CHECK(drivers.singles[0].correlations->spearman.value == Approx(-1.0));
  CHECK(drivers.singles[0].correlations->partial.value == Approx(-1.0));
  CHECK(std::fabs(drivers.singles[0].correlations->standardised.value) < 0.9);
  CHECK(drivers.rank_r_squared == Approx(1.0));
}

TEST_CASE("first-order indices from one run are those of Ishigami's function") {
  const FigureDrivers drivers = drivers_of(ishigami(), 60'000);
  const std::vector<double> truth{0.3139051911, 0.4424111448, 0.0};
  for (std::size_t i = 0; i < truth.size(); ++i) {
    INFO("x" << i << ": " << drivers.singles[i].first_order.value);
    CHECK(is_near(drivers.singles[i].first_order, truth[i]));
    CHECK(drivers.singles[i].first_order.standard_error < 0.004);
  }
  CHECK(is_near(drivers.explained, truth[0] + truth[1]));
}

TEST_CASE("first-order indices from one run are those of Sobol's G function") {
  const std::vector<double> a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
  const FigureDrivers drivers = drivers_of(sobol_g(a), 60'000);
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(is_near(drivers.singles[i].first_order, sobol_g_first(a)[i]));
}

TEST_CASE("the intervals of first-order indices cover the truth as often as they say") {
  const Study study = read_function(ishigami());
  const std::vector<double> truth{0.3139051911, 0.4424111448, 0.0};
  constexpr int runs = 200;
  std::vector<int> covered(3, 0);
  for (int seed = 0; seed < runs; ++seed) {
    const FigureDrivers drivers =
        find_drivers(study, run_function(study, 2000, static_cast<std::uint64_t>(seed)), {}).front();
    for (std::size_t i = 0; i < 3; ++i) {
      const Estimate& estimate = drivers.singles[i].first_order;
      covered[i] += estimate.low <= truth[i] && truth[i] <= estimate.high ? 1 : 0;
    }
  }
  // 190 expected, standard deviation 3.1. At zero the distribution is skewed (chi-squared): somewhat fewer are allowed.
  for (const int count : covered) CHECK(count >= 176);
}

TEST_CASE("the family of the model's draws has the share of all of them") {
  TestFunction function = linear_function({std::sqrt(12.0)});  // variance 1
  function.draws = 10;
  function.value = [](const std::vector<double>& x) {
    double sum = std::sqrt(12.0) * x[0];
    for (std::size_t i = 1; i < x.size(); ++i) sum += std::sqrt(0.3) * x[i];
    return sum;
  };
  const FigureDrivers drivers = drivers_of(function, 20'000);
  REQUIRE(drivers.singles.size() == 2);
  CHECK(drivers.singles[1].factor.name == "case.noise[*]");
  CHECK(drivers.singles[1].factor.columns.size() == 10);
  CHECK_FALSE(drivers.singles[1].correlations);
  CHECK(is_near(drivers.singles[0].first_order, 0.25));
  CHECK(is_near(drivers.singles[1].first_order, 0.75));
  CHECK(drivers.independent.front().factor.name == "case.noise[*]");
}

TEST_CASE("correlated inputs together explain what they explain, and each more than its own") {
  // Uniform scores with rank correlation 0.5: x0 + x1 has variance 3 units, of x2 1 unit.
  const TestFunction function = linear_function({1.0, 1.0, 1.0});
  const Study study = read_function(function, "[[correlation]]\nbetween = ['case.x0', 'case.x1']\nspearman = 0.5\n");
  const FigureDrivers drivers = find_drivers(study, run_function(study, 20'000), {}).front();
  REQUIRE(drivers.independent.size() == 2);
  CHECK(drivers.independent[0].factor.name == "case.x0 and 1 correlated");
  CHECK(is_near(drivers.independent[0].first_order, 0.75));
  CHECK(is_near(drivers.independent[1].first_order, 0.25));
  CHECK(is_near(drivers.explained, 1.0));
  CHECK(drivers.singles[0].first_order.value > 0.5);  // (1 + 0.5)²/4 for normals
  CHECK(drivers.singles[0].correlations->standardised.value == Approx(0.5).margin(0.01));
}

TEST_CASE("a figure that never changes has no drivers, and paths without a value are left out") {
  TestFunction constant = linear_function({1.0, 1.0});
  constant.value = [](const std::vector<double>&) { return 3.5; };
  CHECK(drivers_of(constant, 100).is_constant);
  TestFunction partly = linear_function({1.0, 1.0});
  partly.value = [](const std::vector<double>& x) { return x[0] < 0.5 ? std::nan("") : x[0]; };
  const FigureDrivers drivers = drivers_of(partly, 2000);
  CHECK(drivers.paths + drivers.undefined == 2000);
  CHECK(drivers.undefined > 900);
  CHECK(drivers.singles[0].first_order.value == Approx(1.0).margin(1e-3));
}

TEST_CASE("an input of few values, and one that hardly ever differs, are no trouble") {
  TestFunction function;
  function.value = [](const std::vector<double>& x) { return x[0] + 0.0 * x[1]; };
  function.inputs = {"dist = 'discrete', values = [0, 1], weights = [1, 1]",
                     "dist = 'discrete', values = [0, 1], weights = [1, 1e-12]"};
  const FigureDrivers drivers = drivers_of(function, 500);
  CHECK(drivers.singles[0].first_order.value == Approx(1.0));
  CHECK(drivers.singles[1].first_order.value == Approx(0.0).margin(1e-9));
  CHECK(drivers.singles[1].correlations->partial.value == 0.0);
}

TEST_CASE("fewer paths than random columns and three are too few, and that is said") {
  const Study study = read_function(linear_function({1.0, 1.0, 1.0}));
  const Results few = run_function(study, 5), enough = run_function(study, 6);
  CHECK(drivers_problem(few, few.kept.front()) == "only 5 paths have a value; 3 random columns take at least 6");
  CHECK(drivers_problem(enough, enough.kept.front()).empty());
}

TEST_CASE("as few paths as there may be are enough for many correlated inputs") {
  const Study study = read_function(
      linear_function({1.0, 1.0, 1.0, 1.0, 1.0}),
      "[[correlation]]\nbetween = ['case.x0', 'case.x1', 'case.x2', 'case.x3', 'case.x4']\nspearman = 0.3\n");
  const FigureDrivers drivers = find_drivers(study, run_function(study, 8), {}).front();
  REQUIRE(drivers.independent.size() == 1);
  CHECK(drivers.independent.front().first_order.value > 0.5);
}

}  // namespace groundwork
