#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <random>

#include "sim/statistics/exact_column.hpp"
#include "sim/statistics/quantile_curve.hpp"
#include "tests/sim/statistics/run_cells.hpp"

namespace groundwork {

namespace {

using Draw = std::function<double(std::mt19937_64&)>;

std::vector<double> sample(int n, const Draw& draw) {
  std::mt19937_64 generator(3);
  std::vector<double> values(static_cast<std::size_t>(n));
  for (double& value : values) value = draw(generator);
  return values;
}

double normal(std::mt19937_64& generator) { return std::normal_distribution<double>()(generator); }

/// Every quantile and interval end against the sorted values, each within the bound that the sketch states.
void check_against_exact(const std::vector<double>& values) {
  const CellStatistics statistics = TilesOfColumns({values}).run({});
  const Summary found = statistics.summary(0, static_cast<std::int64_t>(values.size()));
  const Summary exact = summarise(values, Replication::independent);
  const auto check_value = [&](double a, double b) {
    const double bound = std::max(statistics.quantile_error_bound(0, a), statistics.quantile_error_bound(0, b));
    CHECK(std::fabs(a - b) <= bound * (1.0 + 1e-12));
  };
  for (std::size_t q = 0; q < summary_probabilities.size(); ++q) {
    INFO(summary_probabilities[q] << ": " << found.quantile[q] << " for " << exact.quantile[q]);
    check_value(found.quantile[q], exact.quantile[q]);
    check_value(found.low[q], exact.low[q]);
    check_value(found.high[q], exact.high[q]);
  }
  CHECK(found.minimum == exact.minimum);
  CHECK(found.maximum == exact.maximum);
  CHECK(found.share_at_minimum == exact.share_at_minimum);
  CHECK(found.share_at_maximum == exact.share_at_maximum);
  CHECK(std::fabs(found.tail_below - exact.tail_below) <= statistics.quantile_error_bound(0, exact.minimum));
  CHECK(std::fabs(found.tail_above - exact.tail_above) <= statistics.quantile_error_bound(0, exact.maximum));
}

}  // namespace

TEST_CASE("quantiles are within the stated bound of the sorted values") {
  const std::vector<std::pair<const char*, Draw>> cases = {
      {"normal with a spread of 3 %", [](auto& g) { return 1e9 * (1.0 + 0.03 * normal(g)); }},
      {"lognormal, sd 1.5", [](auto& g) { return std::exp(1.5 * normal(g)); }},
      {"two far humps", [](auto& g) { return (g() % 3 == 0 ? -50.0 : 20.0) + normal(g); }},
      {"crossing zero", [](auto& g) { return normal(g) + 0.2; }},
      {"heavy tails (Cauchy)", [](auto& g) { return std::cauchy_distribution<double>(0.0, 2.0)(g); }},
      {"two values", [](auto& g) { return g() % 4 == 0 ? 2.0 : -1.0; }},
      {"three values", [](auto& g) { return static_cast<double>(g() % 3); }},
      {"a rare jump", [](auto& g) { return g() % 100 == 0 ? 1e6 : normal(g); }},
      {"rare jumps to either side, nearly alike",
       [](auto& g) { return g() % 20 == 0 ? (g() % 2 == 0 ? -1e6 : 1e6) + normal(g) : normal(g); }},
      {"atoms at both ends", [](auto& g) { return std::clamp(normal(g), -0.5, 1.0); }},
      {"mostly zero", [](auto& g) { return g() % 20 == 0 ? std::exp(normal(g)) : 0.0; }},
      {"constant", [](auto&) { return -7.25; }},
      {"tiny numbers", [](auto& g) { return 1e-300 * normal(g); }},
      {"huge numbers", [](auto& g) { return 1e150 * normal(g); }},
      {"sign of zero", [](auto& g) { return g() % 2 == 0 ? -0.0 : 0.0; }}};
  for (const auto& [title, draw] : cases)
    for (const int n : {1, 2, 7, 100, 511, 20000}) {
      INFO(title << ", n = " << n);
      check_against_exact(sample(n, draw));
    }
}

TEST_CASE("a smooth distribution's quantiles are far better than the bound") {
  // Linear interpolation in a bucket errs by about width²·|f'/f|/8, up to 0.001 standard deviations here. Both sides
  // see one sample; what is left are its steps between order statistics, 0.004 at the 1 % quantile.
  const std::vector<double> values = sample(200000, [](auto& g) { return 100.0 + 8.0 * normal(g); });
  const Summary found = TilesOfColumns({values}).run({}).summary(0, 200000);
  const Summary exact = summarise(values, Replication::independent);
  for (std::size_t q = 0; q < summary_probabilities.size(); ++q)
    CHECK(found.quantile[q] == Approx(exact.quantile[q]).margin(8.0 * 0.005));
  CHECK(found.tail_above == Approx(exact.tail_above).margin(8.0 * 0.003));
}

TEST_CASE("a curve runs from the minimum through the quantiles to the maximum") {
  const std::vector<double> values = sample(20000, [](auto& g) { return 100.0 + 8.0 * normal(g); });
  const CellStatistics statistics = TilesOfColumns({values}).run({});
  const Summary summary = statistics.summary(0, 20000);
  for (const std::vector<double>& curve : {statistics.curve(0), quantile_curve(ExactColumn(values))}) {
    REQUIRE(curve.size() == 201);
    CHECK(std::ranges::is_sorted(curve));
    CHECK(curve.front() == summary.minimum);
    CHECK(curve.back() == summary.maximum);
    CHECK(curve[10] == Approx(summary.quantile[1]).margin(8.0 * 0.01));  // 5 %
    CHECK(curve[100] == Approx(summary.quantile[4]).margin(8.0 * 0.01));
  }
  CHECK(quantile_curve(ExactColumn()).empty());
}

TEST_CASE("a quantile that falls on an end atom is exact") {
  const auto share = [](auto& g) { return std::min(1.0, 1.0 + 0.1 * (normal(g) + 0.2533)); };  // 60 % are 1
  const Summary summary = TilesOfColumns({sample(10000, share)}).run({}).summary(0, 10000);
  CHECK(summary.quantile[4] == 1.0);
  CHECK(summary.low[5] == 1.0);
  CHECK(summary.quantile[8] == 1.0);
  CHECK(summary.tail_above == 1.0);
  CHECK(summary.share_at_maximum == Approx(0.6).margin(0.02));
}

TEST_CASE("a constant is itself everywhere") {
  const Summary summary = TilesOfColumns({std::vector<double>(3000, 0.3)}).run({}).summary(0, 3000);
  for (const double value : summary.quantile) CHECK(value == 0.3);
  CHECK(summary.mean == 0.3);
  CHECK(summary.tail_below == 0.3);
  CHECK(summary.standard_deviation == 0.0);
}

TEST_CASE("values that vary only after the pilot are told apart at the scale of their metric") {
  std::vector<double> late = sample(20000, [](auto& g) { return std::exp(normal(g)); });
  std::fill(late.begin(), late.begin() + pilot_paths, 0.0);
  const std::vector<double> other = sample(20000, [](auto& g) { return 5.0 + normal(g); });
  const CellStatistics statistics = TilesOfColumns({late, other}).run({});
  const Summary found = statistics.summary(0, 20000), exact = summarise(late, Replication::independent);
  for (std::size_t q = 0; q < summary_probabilities.size(); ++q)
    CHECK(found.quantile[q] == Approx(exact.quantile[q]).epsilon(0.02).margin(1e-4));
}

TEST_CASE("quantiles of values that range over decades next to zero are right relative to themselves") {
  // Half of the values are below a thousandth of the mean. An order statistic is off by a bucket at most, 1/64 of it.
  const auto decades = [](auto& g) { return std::exp(3.5 * normal(g)); };
  for (const double sign : {1.0, -1.0}) {
    const std::vector<double> values = sample(20000, [&](auto& g) { return sign * decades(g); });
    const Summary found = TilesOfColumns({values}).run({}).summary(0, 20000);
    const Summary exact = summarise(values, Replication::independent);
    for (std::size_t q = 0; q < summary_probabilities.size(); ++q)
      CHECK(found.quantile[q] == Approx(exact.quantile[q]).epsilon(1.0 / 64.0));
  }
}

TEST_CASE("the tail means of a normal are those of theory") {
  // E[X | X > q95] = phi(q95)/0.05. The mean of the top 5 % has the variance (var + (mean - q95)²·0.95)/(0.05·n), where
  // var = 0.1383 is that of X beyond q95 and mean - q95 = 0.4179. Tolerance four standard errors (0.015), and 0.001 for
  // the sketch: falsely red once in 8,000. Sees a tail of 4.7 or 5.3 % of the values.
  constexpr int n = 400000;
  const Summary summary = TilesOfColumns({sample(n, normal)}).run({}).summary(0, n);
  const double error = std::sqrt((0.1383 + 0.4179 * 0.4179 * 0.95) / (0.05 * n));
  CHECK(summary.tail_above == Approx(2.0627128075).margin(4.0 * error + 0.001));
  CHECK(summary.tail_below == Approx(-2.0627128075).margin(4.0 * error + 0.001));
}

}  // namespace groundwork
