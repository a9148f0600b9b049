#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/sim/distribution/made.hpp"

namespace groundwork {

namespace {

using boost::math::normal;

struct Moments {
  double mean, sd;
};

/// Johnson, Kotz and Balakrishnan 1994, Continuous Univariate Distributions 1, section 13.10.
Moments truncated_standard_normal(double a, double b) {
  const normal n;
  const double kept = a > 0 ? cdf(complement(n, a)) - cdf(complement(n, b)) : cdf(n, b) - cdf(n, a);
  const double mean = (pdf(n, a) - pdf(n, b)) / kept;
  return {mean, std::sqrt(1 + (a * pdf(n, a) - b * pdf(n, b)) / kept - mean * mean)};
}

}  // namespace

TEST_CASE("a truncated normal has the moments of the closed form") {
  for (const auto& [a, b] : std::vector<std::pair<double, double>>{{-1, 2}, {0, 1}, {1, 3}, {-3, -0.5}, {3, 6}}) {
    INFO(a << " to " << b);
    const Moments expected = truncated_standard_normal(a, b);
    const Distribution found = made("truncated_normal", {{"mean", 0}, {"sd", 1}, {"min", a}, {"max", b}});
    CHECK(found.mean() == Approx(expected.mean).epsilon(1e-12));
    CHECK(found.sd() == Approx(expected.sd).epsilon(3e-12));  // the closed form cancels more than quadrature does
  }
}

TEST_CASE("a normal truncated on one side is found by its hazard") {
  const normal n;
  const double hazard = pdf(n, 1.5) / cdf(complement(n, 1.5));
  const Distribution found = made("normal", {{"mean", 10}, {"sd", 2}, {"min", 13}});
  CHECK(found.mean() == Approx(10 + 2 * hazard).epsilon(1e-13));
  CHECK(found.sd() == Approx(2 * std::sqrt(1 + 1.5 * hazard - hazard * hazard)).epsilon(1e-12));
  CHECK(found.highest() == std::numeric_limits<double>::infinity());
}

TEST_CASE("a truncated lognormal has the moments of the closed form, however wide") {
  const normal n;
  for (const double sigma : {0.3, 1.0, 3.0}) {
    const double mean = std::exp(0.5 * sigma * sigma), sd = mean * std::sqrt(std::expm1(sigma * sigma));
    const Distribution found = made("lognormal", {{"mean", mean}, {"sd", sd}, {"min", 1}});  // the upper half
    const double first = 2 * mean * cdf(n, sigma), second = 2 * std::exp(2 * sigma * sigma) * cdf(n, 2 * sigma);
    CHECK(found.mean() == Approx(first).epsilon(1e-12));
    CHECK(found.sd() == Approx(std::sqrt(second - first * first)).epsilon(1e-11));
  }
}

TEST_CASE("a gamma cut below keeps its memoryless tail") {
  const Distribution found = made("gamma", {{"shape", 1}, {"scale", 2}, {"min", 20}});  // exponential
  CHECK(found.mean() == Approx(22).epsilon(1e-12));
  CHECK(found.sd() == Approx(2).epsilon(1e-12));
  CHECK(found.quantile(0.5) == Approx(20 + 2 * std::log(2.0)).epsilon(1e-13));
}

TEST_CASE("a truncated beta has the moments that incomplete beta functions give") {
  using boost::math::beta;
  for (const auto& [a, b] : std::vector<std::pair<double, double>>{{0.1, 0.1}, {0.5, 0.5}, {2, 5}, {40, 3}}) {
    INFO(a << ", " << b);
    const double low = 0.2, high = 0.95;
    const auto moment = [&, p = a, q = b](double k) { return beta(p + k, q, high) - beta(p + k, q, low); };
    const double mean = moment(1) / moment(0);
    const Distribution found = made("beta", {{"alpha", a}, {"beta", b}, {"min", low}, {"max", high}});
    CHECK(found.mean() == Approx(mean).epsilon(1e-12));
    CHECK(found.sd() == Approx(std::sqrt(moment(2) / moment(0) - mean * mean)).epsilon(1e-10));
  }
}

TEST_CASE("truncation far out in either tail loses no digits") {
  const normal n;
  const double kept = cdf(complement(n, 4.5)), u = 0.25;
  const double expected = quantile(complement(n, kept * (1 - u)));
  const Distribution upper = made("normal", {{"mean", 0}, {"sd", 1}, {"min", 4.5}});
  const Distribution lower = made("normal", {{"mean", 0}, {"sd", 1}, {"max", -4.5}});
  CHECK(upper.quantile(u) == Approx(expected).epsilon(1e-14));
  CHECK(lower.quantile(1 - u) == Approx(-expected).epsilon(1e-14));
  CHECK(upper.quantile(0) == 4.5);
  CHECK(upper.cdf(4.4) == 0.0);
  CHECK(lower.quantile(1) == -4.5);
  CHECK(upper.cdf(expected) == Approx(u).epsilon(1e-12));
}

TEST_CASE("bounds beyond the support change nothing") {
  const Distribution whole = made("beta", {{"alpha", 2}, {"beta", 3}});
  const Distribution cut = made("beta", {{"alpha", 2}, {"beta", 3}, {"min", -1}, {"max", 7}});
  CHECK(cut.quantile(0.3) == whole.quantile(0.3));
  CHECK(cut.lowest() == 0.0);
  CHECK(cut.highest() == 1.0);
}

}  // namespace groundwork
