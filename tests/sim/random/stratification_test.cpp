#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/random/design.hpp"
#include "tests/sim/random/columns.hpp"

using namespace groundwork;

namespace {

std::vector<int> counts_in_strata(const std::vector<double>& points, std::size_t strata) {
  std::vector<int> counts(strata);
  for (const double u : points) ++counts.at(static_cast<std::size_t>(u * static_cast<double>(strata)));
  return counts;
}

/// The largest number of points in a box of 2^-rows by 2^-(digits - rows), over all rows.
int fullest_box(const std::vector<double>& x, const std::vector<double>& y, int digits) {
  int most = 0;
  for (int rows = 0; rows <= digits; ++rows) {
    std::vector<int> counts(std::size_t{1} << digits);
    const double row_count = std::ldexp(1.0, rows), column_count = std::ldexp(1.0, digits - rows);
    for (std::size_t i = 0; i < x.size(); ++i)
      ++counts.at(
          static_cast<std::size_t>(std::floor(x[i] * row_count) * column_count + std::floor(y[i] * column_count)));
    most = std::max(most, *std::max_element(counts.begin(), counts.end()));
  }
  return most;
}

/// Mean of each replicate of column 0, over `columns` one-column designs: independent estimates of 1/2.
std::vector<double> replicate_means(Sampler sampler, std::int64_t points, std::uint32_t columns) {
  std::vector<double> means;
  for (std::uint32_t c = 0; c < columns; ++c) {
    const Design design({sampler, 12, points * replicates}, {{11, c}});
    const std::vector<double> numbers = all_paths(design, 0);
    for (int r = 0; r < replicates; ++r) {
      double sum = 0.0;
      for (const double u : one_replicate(numbers, r)) sum += u;
      means.push_back(sum / static_cast<double>(points));
    }
  }
  return means;
}

}  // namespace

TEST_CASE("a Latin hypercube has exactly one point in each stratum") {
  for (const int points : {1, 2, 7, 100, 6250}) {
    INFO(points);
    const Design design({Sampler::lhs, 0, std::int64_t{points} * replicates}, test_columns(3));
    for (int column = 0; column < 3; ++column) {
      const std::vector<double> numbers = all_paths(design, column);
      for (int r = 0; r < replicates; ++r)
        CHECK(counts_in_strata(one_replicate(numbers, r), static_cast<std::size_t>(points)) ==
              std::vector<int>(static_cast<std::size_t>(points), 1));
    }
  }
}

TEST_CASE("2^k scrambled Sobol points have one in each of 2^k intervals, in every column and replicate") {
  constexpr int columns = 200;
  const Design design({Sampler::sobol, 0, 1024 * replicates}, test_columns(columns));
  int wrong = 0;
  for (int column = 0; column < columns; ++column) {
    const std::vector<double> numbers = all_paths(design, column);
    for (int r = 0; r < replicates; ++r) {
      std::vector<double> points = one_replicate(numbers, r);
      for (std::size_t count = 1024; count >= 1; count /= 2) {
        points.resize(count);  // the first points are a net too
        wrong += counts_in_strata(points, count) != std::vector<int>(count, 1);
      }
    }
  }
  CHECK(wrong == 0);
}

// Sobol (1967): the quality parameter t of a pair of dimensions is at most the sum of (degree of its polynomial - 1);
// the degrees of the first dimensions are 1 (the van der Corput sequence counts as such), 1, 2, 3.
TEST_CASE("pairs of the first columns are nets: no elementary box has more points than its share") {
  constexpr int digits = 10;
  const Design design({Sampler::sobol, 5, (1 << digits) * replicates}, test_columns(4));
  constexpr int quality[] = {0, 0, 1, 2};
  for (int column = 1; column < 4; ++column)
    for (int other = 0; other < column; ++other) {
      const std::vector<double> x = all_paths(design, column), y = all_paths(design, other);
      const int t = quality[column] + quality[other];
      for (int r = 0; r < replicates; ++r)
        CHECK(fullest_box(one_replicate(x, r), one_replicate(y, r), digits - t) == 1 << t);
    }
}

// Each point is uniform: mean 1/2, variance 1/12 (errors √(1/12/n), √(1/180/n)). 5 errors: by chance 6 in 10^7 each; a
// bias of the mean of 0.005 would be seen.
TEST_CASE("over many randomisations each point has the moments of the uniform distribution") {
  constexpr std::uint32_t columns = 4000;
  constexpr double n = columns * replicates;
  for (const Sampler sampler : {Sampler::lhs, Sampler::sobol})
    for (const std::int64_t point : {0, 1, 4}) {
      double sum = 0.0, squares = 0.0;
      for (std::uint32_t c = 0; c < columns; ++c) {
        double tile[replicates];
        Design({sampler, 0, 5 * replicates}, {{1, c}}).fill<double>(0, point * replicates, 2, tile, fill_width);
        for (const double u : tile) sum += u - 0.5, squares += (u - 0.5) * (u - 0.5);
      }
      CHECK(std::abs(sum / n) < 5.0 * std::sqrt(1.0 / 12.0 / n));
      CHECK(std::abs(squares / n - 1.0 / 12.0) < 5.0 * std::sqrt(1.0 / 180.0 / n));
    }
}

// One uniform point in each of n strata, pairwise independent: the mean has variance 1/(12·n³) (McKay, Beckman and
// Conover 1979; Owen 1997). Estimated from m means its standard error is below √(2/m) of it. 5 errors: by chance 1 in
// 10^6.
TEST_CASE("the mean of one replicate has the variance that theory gives for stratified points") {
  constexpr std::uint32_t columns = 1000;
  for (const Sampler sampler : {Sampler::lhs, Sampler::sobol})
    for (const std::int64_t points : {1, 8, 64}) {
      double squares = 0.0;
      for (const double mean : replicate_means(sampler, points, columns)) squares += (mean - 0.5) * (mean - 0.5);
      const double variance = squares / (columns * replicates);
      const double theory = 1.0 / (12.0 * std::pow(static_cast<double>(points), 3));
      CHECK(variance == Approx(theory).epsilon(5.0 * std::sqrt(2.0 / (columns * replicates))));
    }
}
