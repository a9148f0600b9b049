#include "sim/statistics/confidence.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <random>

#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

/// Chance that an interval between order statistics holds the quantile: low + 1 to high values lie below.
double coverage(std::int64_t n, double p, RankInterval ranks) {
  const boost::math::binomial below(static_cast<double>(n), p);
  return cdf(below, ranks.high) - cdf(below, ranks.low);
}

}  // namespace

TEST_CASE("the interval of the 5 % quantile lies between known order statistics") {
  const auto check_ranks = [](std::int64_t n, double low, double high) {
    INFO(n);
    CHECK(order_statistic_interval(n, 0.05).low == low);
    CHECK(order_statistic_interval(n, 0.05).high == high);
  };
  check_ranks(100, 1, 10);
  check_ranks(1000, 36, 63);
  check_ranks(10000, 437, 536);
}

TEST_CASE("order-statistic intervals cover at least 95 % and little more") {
  for (const std::int64_t n : {400, 1000, 5000, 100000})
    for (const double p : summary_probabilities) {
      INFO(n << " " << p);
      const double found = coverage(n, p, order_statistic_interval(n, p));
      CHECK(found >= 0.95 - 1e-12);
      const double one_value = 0.4 / std::sqrt(static_cast<double>(n) * p * (1.0 - p));  // most likely count's chance
      CHECK(found <= 0.95 + one_value);
    }
}

TEST_CASE("the intervals of p and 1 - p are mirror images") {
  for (const std::int64_t n : {7, 100, 5000}) {
    const RankInterval low = order_statistic_interval(n, 0.05), high = order_statistic_interval(n, 0.95);
    CHECK(low.low + high.high == static_cast<double>(n - 1));
    CHECK(low.high + high.low == static_cast<double>(n - 1));
  }
}

TEST_CASE("intervals that columns share are those of their number of values") {
  const OrderStatisticIntervals shared;
  for (const std::int64_t n : {20000, 7, 20000, 0, 7})
    for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
      const RankInterval expected = order_statistic_interval(n, summary_probabilities[i]);
      CHECK(shared.of(n)[i].low == expected.low);
      CHECK(shared.of(n)[i].high == expected.high);
    }
}

TEST_CASE("with too few values an interval ends at the minimum or the maximum") {
  CHECK(order_statistic_interval(1, 0.5).low == 0.0);
  CHECK(order_statistic_interval(1, 0.5).high == 0.0);
  CHECK(order_statistic_interval(20, 0.01).low == 0.0);
  CHECK(order_statistic_interval(20, 0.99).high == 19.0);
  CHECK(order_statistic_interval(2, 0.5).low == 0.0);
  CHECK(order_statistic_interval(2, 0.5).high == 1.0);
}

TEST_CASE("stated intervals hold the true quantile as often as they should") {
  // 4,000 samples of 400 normal values; the coverage of each interval is known exactly from the binomial. Tolerance
  // four standard errors: falsely red once in 16,000 for each of five quantiles. Sees ranks that are off by one.
  const boost::math::normal normal;
  constexpr int samples = 4000, n = 400;
  std::mt19937_64 generator(11);
  std::normal_distribution<double> draw;
  std::array<int, summary_probabilities.size()> hits{};
  for (int sample = 0; sample < samples; ++sample) {
    std::vector<double> values(n);
    for (double& value : values) value = draw(generator);
    std::sort(values.begin(), values.end());
    for (std::size_t q = 1; q < 8; ++q) {
      const RankInterval ranks = order_statistic_interval(n, summary_probabilities[q]);
      const double truth = quantile(normal, summary_probabilities[q]);
      hits[q] +=
          values[static_cast<std::size_t>(ranks.low)] <= truth && truth <= values[static_cast<std::size_t>(ranks.high)];
    }
  }
  for (std::size_t q = 1; q < 8; ++q) {
    INFO(summary_probabilities[q]);
    const double expected =
        coverage(n, summary_probabilities[q], order_statistic_interval(n, summary_probabilities[q]));
    CHECK(std::fabs(hits[q] / double{samples} - expected) < 4.0 * std::sqrt(expected * (1.0 - expected) / samples));
  }
}

TEST_CASE("the error of a ratio is that of the mean of sixteen ratios when counts are equal") {
  std::array<double, randomisations> totals{}, counts{};
  counts.fill(10.0);
  for (std::size_t r = 0; r < randomisations; ++r) totals[r] = 10.0 * static_cast<double>(r);
  // Ratios 0 … 15: variance 68/3, over 16.
  CHECK(ratio_standard_error(totals, counts) == Approx(std::sqrt(68.0 / 3.0 / 16.0)).epsilon(1e-14));
  counts[3] = 0.0;
  CHECK(std::isnan(ratio_standard_error(totals, counts)));
}

TEST_CASE("where all values lie below, the error of a share is that of independent paths") {
  std::array<double, randomisations> counts{};
  counts.fill(10.0);
  CHECK(share_standard_error(counts, counts, 0.9) == Approx(std::sqrt(0.9 * 0.1 / 160.0)));
}

TEST_CASE("an exact column has the quantiles of type 7 and fractional tail means") {
  std::vector<double> values;
  for (int i = 30; i >= 1; --i) values.push_back(i);
  const Summary summary = summarise(values, Replication::independent);
  CHECK(summary.quantile[4] == 15.5);
  CHECK(summary.quantile[3] == Approx(8.25).epsilon(1e-15));
  CHECK(summary.tail_below == Approx((1.0 + 0.5 * 2.0) / 1.5).epsilon(1e-15));  // 5 % of 30 is one and a half
  CHECK(summary.tail_above == Approx((30.0 + 0.5 * 29.0) / 1.5).epsilon(1e-15));
  CHECK(summary.mean == 15.5);
  CHECK(summary.standard_deviation == Approx(std::sqrt(77.5)).epsilon(1e-15));
  CHECK(summary.standard_error == Approx(std::sqrt(77.5 / 30.0)).epsilon(1e-15));
  CHECK(summary.share_at_minimum == Approx(1.0 / 30.0));
}

}  // namespace groundwork
