#include "sim/analysis/backtest/placement.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace groundwork {

namespace {

constexpr int paths = 10'000;

/// The midpoints of 10,000 equal parts of 0 … 1, out of order: a uniform distribution without chance.
std::vector<double> uniform() {
  constexpr int stride = 7'919;  // a prime, so that every part comes once
  std::vector<double> values;
  for (int i = 0; i < paths; ++i) values.push_back((static_cast<double>(i * stride % paths) + 0.5) / paths);
  return values;
}

Placement placed(double value, Bound bound = Bound::none) {
  return place({value, bound}, uniform(), Replication::independent);
}

}  // namespace

TEST_CASE("the percentile of 0.3 among uniform values is 30 %, with the error of a share of so many paths") {
  const Placement placement = placed(0.3);
  CHECK(placement.percentile == Approx(0.3).epsilon(1e-12));
  CHECK(placement.error == Approx(std::sqrt(0.3 * 0.7 / paths)).epsilon(1e-3));
  CHECK(placement.verdict == Verdict::inside);
  CHECK(std::isnan(placement.bound_holds));
  CHECK(placement.simulated.quantile[1] == Approx(0.05).margin(1e-4));
}

TEST_CASE("a figure is outside below P5 and above P95") {
  CHECK(placed(0.049).verdict == Verdict::below);
  CHECK(placed(0.051).verdict == Verdict::inside);
  CHECK(placed(0.949).verdict == Verdict::inside);
  CHECK(placed(0.951).verdict == Verdict::above);
}

TEST_CASE("a figure beyond every path is not said to be placed exactly") {
  const Placement beyond = placed(7.0);
  CHECK(beyond.percentile == 1.0);
  CHECK(beyond.error == Approx(1.0 / paths).epsilon(1e-3));  // Laplace: share 1/(n + 2)
  CHECK(placed(-7.0).error == Approx(1.0 / paths).epsilon(1e-3));
}

TEST_CASE("a bound is outside only if fewer than 5 % of the paths keep it") {
  CHECK(placed(0.3, Bound::above).bound_holds == Approx(0.7));
  CHECK(placed(0.3, Bound::below).bound_holds == Approx(0.3));
  CHECK(placed(-1.0, Bound::above).verdict == Verdict::inside);  // every path keeps it: nothing speaks against it
  CHECK(placed(0.94, Bound::above).verdict == Verdict::inside);
  CHECK(placed(0.96, Bound::above).verdict == Verdict::above);
  CHECK(placed(0.96, Bound::at_least).verdict == Verdict::above);
  CHECK(placed(0.06, Bound::below).verdict == Verdict::inside);
  CHECK(placed(0.04, Bound::at_most).verdict == Verdict::below);
}

TEST_CASE("paths that equal the figure count half, and keep a bound that allows them") {
  const std::vector<double> values{0, 1, 1, 1, 1, 1, 1, 2, 2, 2};
  const auto at = [&](Bound bound) { return place({1.0, bound}, values, Replication::independent); };
  CHECK(at(Bound::none).percentile == Approx(0.1 + 0.6 / 2));
  CHECK(at(Bound::above).bound_holds == Approx(0.3));
  CHECK(at(Bound::at_least).bound_holds == Approx(0.9));
  CHECK(at(Bound::below).bound_holds == Approx(0.1));
  CHECK(at(Bound::at_most).bound_holds == Approx(0.7));
}

TEST_CASE("a constant is no distribution to lie in, and no numbers are none") {
  const std::vector<double> same(100, 3.0), none(100, std::numeric_limits<double>::quiet_NaN());
  CHECK(place({3.0}, same, Replication::independent).verdict == Verdict::constant);
  CHECK(place({4.0}, same, Replication::independent).verdict == Verdict::constant);
  CHECK(place({60e9}, std::vector<double>{0.0, 1e-5, -1e-5}, Replication::independent).verdict == Verdict::constant);
  CHECK(place({4.0, Bound::above}, same, Replication::independent).bound_holds == 0.0);
  const Placement undefined = place({3.0}, none, Replication::independent);
  CHECK(undefined.verdict == Verdict::undefined);
  CHECK(std::isnan(undefined.percentile));
  CHECK(undefined.simulated.undefined == 100);
}

TEST_CASE("paths without a number are left out of the shares") {
  std::vector<double> values = uniform();
  values.insert(values.end(), 5'000, std::numeric_limits<double>::infinity());
  CHECK(place({0.3}, values, Replication::independent).percentile == Approx(0.3));
}

TEST_CASE("the error of a stratified design is read from its 16 randomisations") {
  // Path i belongs to randomisation i % 16. All say 30 %, but two that are off by one path in a hundred either way:
  // standard error = sqrt(2 · 0.01^2 · 16/15) / 16.
  std::vector<double> values;
  for (int i = 0; i < 1'600; ++i) {
    const int randomisation = i % 16, rank = i / 16;
    const int below = randomisation == 3 ? 29 : randomisation == 8 ? 31 : 30;
    values.push_back(rank < below ? 0.1 : 0.9);
  }
  const Placement placement = place({0.5}, values, Replication::randomised);
  CHECK(placement.percentile == Approx(0.3));
  CHECK(placement.error == Approx(std::sqrt(2e-4 * 16.0 / 15.0) / 16.0).epsilon(1e-3));
}

}  // namespace groundwork
