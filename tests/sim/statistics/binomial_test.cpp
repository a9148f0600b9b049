#include "sim/statistics/binomial.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace groundwork {

namespace {

/// P(B >= k) by adding up n!/(i!(n-i)!)·pⁱ·(1-p)ⁿ⁻ⁱ.
double summed(int k, int n, double p) {
  double sum = 0.0;
  for (int i = k; i <= n; ++i)
    sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) + i * std::log(p) +
                    (n - i) * std::log1p(-p));
  return sum;
}

}  // namespace

TEST_CASE("a binomial tail is the sum of its probabilities") {
  for (const int n : {1, 7, 40, 500})
    for (const double p : {0.03, 0.4, 0.9})
      for (const int k : {1, n / 3 + 1, n}) CHECK(binomial_at_least(k, n, p) == Approx(summed(k, n, p)).epsilon(1e-9));
}

TEST_CASE("certain and impossible counts have probability one and zero") {
  CHECK(binomial_at_least(0, 10, 0.3) == 1.0);
  CHECK(binomial_at_least(11, 10, 0.3) == 0.0);
  CHECK(binomial_at_least(3, 10, 0.0) == 0.0);
  CHECK(binomial_at_least(10, 10, 1.0) == 1.0);
  CHECK(binomial_at_least(0, 0, 0.5) == 1.0);
}

TEST_CASE("the exact interval of a share has known ends") {
  // No success in n trials: the upper end is 1 - 0.025^(1/n). k of n: the tails at the ends are 2.5 % each.
  CHECK(exact_share_interval(0, 100).low == 0.0);
  CHECK(exact_share_interval(0, 100).high == Approx(1.0 - std::pow(0.025, 0.01)).epsilon(1e-12));
  CHECK(exact_share_interval(50, 50).high == 1.0);
  const ShareInterval interval = exact_share_interval(7, 40);
  CHECK(summed(7, 40, interval.low) == Approx(0.025).epsilon(1e-9));
  CHECK(1.0 - summed(8, 40, interval.high) == Approx(0.025).epsilon(1e-9));
}

}  // namespace groundwork
