#include "sim/analysis/comparison/paired_difference.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/sim/analysis/comparison/normals.hpp"

namespace groundwork {

namespace {

constexpr double none = Summary::unknown;

PairedDifference of(const std::vector<double>& baseline, const std::vector<double>& option,
                    Better better = Better::higher) {
  return paired_difference(baseline, option, better, Replication::independent);
}

/// Standard normal, with correlation `rho` to the values.
std::vector<double> correlated(const std::vector<double>& values, double rho, const std::vector<double>& others) {
  std::vector<double> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    out.push_back(rho * values[i] + std::sqrt(1.0 - rho * rho) * others[i]);
  return out;
}

}  // namespace

TEST_CASE("the difference of correlated normal values has the mean, error, chance and gain of theory") {
  // B - A is normal with mean 0.3 and variance 2·(1 - 0.8). Tolerances of four standard errors: each check fails by
  // chance once in 16,000; a bias of 1 % of the standard deviation would be caught.
  constexpr int n = 40'000;
  const std::vector<double> a = normals(1, n);
  const std::vector<double> b = moved(correlated(a, 0.8, normals(2, n)), 0.3, 1.0);
  const double sd = std::sqrt(0.4), error = sd / std::sqrt(n);
  const double chance = 0.5 * std::erfc(-0.3 / sd / std::sqrt(2.0));
  const PairedDifference paired = of(a, b);
  CHECK(paired.difference.mean == Approx(0.3).margin(4.0 * error));
  CHECK(paired.difference.standard_error == Approx(error).epsilon(4.0 / std::sqrt(2.0 * n)));
  CHECK(paired.difference.quantile[4] == Approx(0.3).margin(4.0 * 1.2533 * error));
  CHECK(paired.better.mean == Approx(chance).margin(4.0 * std::sqrt(chance * (1.0 - chance) / n)));
  CHECK(paired.better.standard_error == Approx(std::sqrt(chance * (1.0 - chance) / n)).epsilon(0.02));
  CHECK(paired.pairing_gain == Approx(5.0).epsilon(0.05));  // 2 / 0.4
  CHECK(paired.equal_share == 0.0);
  CHECK_FALSE(paired.is_constant);
  CHECK(of(a, b, Better::lower).better.mean == Approx(1.0 - paired.better.mean));
}

TEST_CASE("pairing gains nothing if the options are independent") {
  // The gain has a relative standard error of about 2·sqrt(2/n) = 1.4 %.
  CHECK(of(normals(3, 20'000), normals(4, 20'000)).pairing_gain == Approx(1.0).epsilon(0.06));
}

TEST_CASE("with randomisations the error is that of their means") {
  // Differences 0, 1, …, 15, one for each randomisation: sd sqrt(340/15), and a 4th of it as standard error.
  std::vector<double> zero(160, 0.0), option;
  for (int path = 0; path < 160; ++path) option.push_back(path % 16);
  const PairedDifference paired = paired_difference(zero, option, Better::higher, Replication::randomised);
  CHECK(paired.difference.mean == Approx(7.5));
  CHECK(paired.difference.standard_error == Approx(std::sqrt(340.0 / 15.0) / 4.0));
  CHECK(paired.better.mean == Approx(15.0 / 16.0));
  CHECK(paired.equal_share == Approx(1.0 / 16.0));
}

TEST_CASE("a pair that is undefined on either side is left out and counted") {
  const PairedDifference paired =
      of({1.0, none, 3.0, 4.0, 5.0}, {2.0, 2.0, none, 2.0, std::numeric_limits<double>::infinity()});
  CHECK(paired.difference.defined == 2);
  CHECK(paired.difference.undefined == 3);
  CHECK(paired.difference.mean == Approx(-0.5));
  CHECK(paired.better.mean == Approx(0.5));
}

TEST_CASE("if no pair is defined, nothing is known") {
  const PairedDifference paired = of({none, 1.0}, {1.0, none});
  CHECK(paired.difference.defined == 0);
  CHECK(std::isnan(paired.difference.mean));
  CHECK(std::isnan(paired.better.mean));
  CHECK_FALSE(paired.is_constant);
}

TEST_CASE("an option does not differ from itself") {
  const std::vector<double> a = normals(5, 100);
  const PairedDifference paired = of(a, a);
  CHECK(paired.difference.minimum == 0.0);
  CHECK(paired.difference.maximum == 0.0);
  CHECK(paired.is_constant);
  CHECK(paired.equal_share == 1.0);
  CHECK(paired.better.mean == 0.0);
  CHECK(std::isnan(paired.pairing_gain));
}

TEST_CASE("a difference that is the same on every path is said to be constant, in spite of rounding") {
  const std::vector<double> a = moved(normals(6, 1000), 1e12, 1e11);
  const PairedDifference paired = of(a, moved(a, 1e9 + 0.1, 1.0), Better::lower);
  CHECK(paired.is_constant);
  CHECK(paired.difference.mean == Approx(1e9));
  CHECK(paired.better.mean == 0.0);
  CHECK(std::isnan(paired.pairing_gain));
}

TEST_CASE("what rounding leaves is no difference") {
  CHECK(difference_beyond_rounding(1e12 + 0.5, 1e12) == 0.0);
  CHECK(difference_beyond_rounding(1e12 + 2.0, 1e12) == 2.0);
  CHECK(difference_beyond_rounding(0.0, -1e-300) == 1e-300);
}

TEST_CASE("where neither is better, no chance is given") {
  CHECK(std::isnan(of({1.0, 2.0}, {2.0, 4.0}, Better::neither).better.mean));
}

}  // namespace groundwork
