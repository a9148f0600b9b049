#include <catch2/catch.hpp>
#include <cmath>

#include "sim/distribution/quantile_kernel.hpp"
#include "tests/sim/distribution/made.hpp"

namespace groundwork {

TEST_CASE("a discrete distribution steps where its weights say") {
  const Distribution found =
      made({.dist = "discrete", .numbers = {}, .values = {5, 1, 3, 1}, .weights = {2, 0.5, 1, 0.5}});
  const QuantileKernel kernel(found);
  const std::vector<std::pair<double, double>> expected{{0x1p-53, 1},     {0.25, 1}, {0.25 + 1e-16, 3}, {0.5, 3},
                                                        {0.5 + 2e-16, 5}, {0.75, 5}, {1 - 0x1p-53, 5}};
  for (const auto& [u, value] : expected) {
    INFO(u);
    CHECK(found.quantile(u) == value);
    CHECK(kernel.value(u) == value);
  }
  CHECK(found.quantile(0) == 1);
  CHECK(found.quantile(1) == 5);
  CHECK(found.mean() == Approx(3.5));
  CHECK(found.sd() == Approx(std::sqrt(0.25 * 6.25 + 0.25 * 0.25 + 0.5 * 2.25)));
  CHECK(found.cdf(0.9) == 0.0);
  CHECK(found.cdf(1) == 0.25);
  CHECK(found.cdf(4.9) == 0.5);
  CHECK(found.cdf(5) == 1.0);
}

TEST_CASE("values without weight are never drawn") {
  const Distribution found = made({.dist = "discrete", .numbers = {}, .values = {1, 2, 3}, .weights = {0, 1, 0}});
  CHECK(found.is_fixed());
  CHECK(found.mean() == 2.0);
}

TEST_CASE("an empirical quantile is the smallest observation with as much of the sample up to it") {
  DistributionSpec spec{.dist = "empirical", .numbers = {}, .values = {}, .weights = {}};
  constexpr int n = 37;
  for (int i = n; i >= 1; --i) spec.values.push_back(10.0 * i);
  const Distribution found = made(spec);
  const QuantileKernel kernel(found);
  for (int i = 1; i <= n; ++i) {
    CHECK(found.quantile(static_cast<double>(i) / n) == 10.0 * i);
    CHECK(kernel.value(static_cast<double>(i) / n) == 10.0 * i);
    CHECK(kernel.value((i - 0.5) / n) == 10.0 * i);
  }
  CHECK(found.mean() == Approx(190));
  CHECK(found.text() == "empirical(37 values from 10 to 370)");
}

TEST_CASE("truncation drops values outside, and keeps the bounds themselves") {
  const Distribution found =
      made({.dist = "empirical", .numbers = {{"min", 2}, {"max", 4}}, .values = {1, 2, 3, 4, 5}, .weights = {}});
  CHECK(found.lowest() == 2);
  CHECK(found.highest() == 4);
  CHECK(found.mean() == Approx(3));
}

}  // namespace groundwork
