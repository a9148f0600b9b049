#include <catch2/catch.hpp>
#include <cmath>

#include "sim/random/design.hpp"
#include "tests/sim/random/columns.hpp"

using namespace groundwork;

namespace {

constexpr int draws = 200000;

/// Correlation of uniform a[i] and b[i + lag], both of known mean 1/2 and variance 1/12; standard error 1/√n.
double correlation(const std::vector<double>& a, const std::vector<double>& b, std::size_t lag) {
  double sum = 0.0;
  for (std::size_t i = 0; i + lag < a.size(); ++i) sum += (a[i] - 0.5) * (b[i + lag] - 0.5);
  return 12.0 * sum / static_cast<double>(a.size() - lag);
}

double mean_power(const std::vector<double>& u, int power) {
  double sum = 0.0;
  for (const double x : u) sum += std::pow(x - 0.5, power);
  return sum / static_cast<double>(u.size());
}

}  // namespace

// 255 degrees of freedom. By chance beyond 5 standard deviations in 1 of 10^5 seeds; sees a root mean square bias of
// the bins of 2%.
TEST_CASE("independent draws fill 256 bins evenly") {
  const Design design({Sampler::mc, 0, draws}, test_columns(4));
  for (int column = 0; column < 4; ++column) {
    std::vector<int> bins(256);
    for (const double u : all_paths(design, column)) ++bins[static_cast<std::size_t>(u * 256.0)];
    double chi_square = 0.0;
    for (const int bin : bins) chi_square += std::pow(bin - draws / 256.0, 2) / (draws / 256.0);
    CHECK(std::abs(chi_square - 255.0) < 5.0 * std::sqrt(2.0 * 255.0));
  }
}

// Mean 1/2 with standard error √(1/12/n), variance 1/12 with √(1/180/n). 5 errors: by chance 6 in 10^7 each; a bias of
// the mean of 0.3% would be seen.
TEST_CASE("independent draws have the mean and variance of the uniform distribution") {
  const Design design({Sampler::mc, 1, draws}, test_columns(4));
  for (int column = 0; column < 4; ++column) {
    const std::vector<double> u = all_paths(design, column);
    CHECK(std::abs(mean_power(u, 1)) < 5.0 * std::sqrt(1.0 / 12.0 / draws));
    CHECK(std::abs(mean_power(u, 2) - 1.0 / 12.0) < 5.0 * std::sqrt(1.0 / 180.0 / draws));
  }
}

// 21 correlations at 5 standard errors: by chance 1 in 10^5; one of 0.011 would be seen.
TEST_CASE("columns, positions in a stream, seeds and paths are uncorrelated") {
  std::vector<StreamKey> columns = test_columns(3);
  columns.push_back({columns[0].stream, 1});
  const Design design({Sampler::mc, 0, draws}, columns), next_seed({Sampler::mc, 1, draws}, columns);
  const std::vector<double> first = all_paths(design, 0);
  const double limit = 5.0 / std::sqrt(draws);
  for (int column = 1; column < 4; ++column)
    for (const std::size_t lag : {0, 1, 2, 8, 16})
      CHECK(std::abs(correlation(first, all_paths(design, column), lag)) < limit);
  for (const std::size_t lag : {1, 2, 8, 16, 512}) CHECK(std::abs(correlation(first, first, lag)) < limit);
  CHECK(std::abs(correlation(first, all_paths(next_seed, 0), 0)) < limit);
}

// Each of the 16 numbers that share a point, over 20,000 streams; 3 points, 2 samplers, 120 pairs, 5 standard errors:
// by chance 4 in 10^4 fixed seeds; a correlation of 0.036 would be seen.
TEST_CASE("replicates are independent of one another") {
  constexpr int streams = 20000;
  std::vector<StreamKey> columns;
  for (std::uint32_t c = 0; c < streams; ++c) columns.push_back({7, c});
  for (const Sampler sampler : {Sampler::lhs, Sampler::sobol})
    for (const std::int64_t point : {0, 1, 5}) {
      std::vector<std::vector<double>> numbers(replicates);
      for (int c = 0; c < streams; ++c) {
        // A Sobol design has at most 3667 columns, so each stream is a design of its own, in dimension 0.
        const Design design({sampler, 3, 100}, {columns[static_cast<std::size_t>(c)]});
        double tile[replicates];
        design.fill<double>(0, point * replicates, 2, tile, fill_width);
        for (std::size_t r = 0; r < replicates; ++r) numbers[r].push_back(tile[r]);
      }
      double largest = 0.0;
      for (std::size_t r = 0; r < replicates; ++r)
        for (std::size_t q = 0; q < r; ++q)
          largest = std::max(largest, std::abs(correlation(numbers[r], numbers[q], 0)));
      CHECK(largest < 5.0 / std::sqrt(streams));
    }
}
