#include "sim/statistics/radix_sort.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

namespace groundwork {

TEST_CASE("values of any size and sign are sorted as comparing sorts them") {
  std::mt19937_64 generator(7);
  std::vector<double> room;
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> exponent(-308.0, 308.0);
  for (const int n : {0, 1, 2, 3, 100, 5000, 70000}) {
    std::vector<std::vector<double>> columns(4);
    for (int i = 0; i < n; ++i) {
      columns[0].push_back(1e9 + normal(generator));
      columns[1].push_back(normal(generator));
      columns[2].push_back(normal(generator) * std::pow(10.0, exponent(generator)));
      columns[3].push_back(static_cast<double>(generator() % 5) - 2.0);
    }
    for (const std::vector<double>& column : columns) {
      std::vector<double> sorted = column, expected = column;
      radix_sort(sorted, room);
      std::ranges::sort(expected);
      CHECK(sorted == expected);
    }
  }
}

TEST_CASE("the smallest, the largest and the infinite have their places") {
  using Limits = std::numeric_limits<double>;
  const std::vector<double> ascending = {
      -Limits::infinity(),  -Limits::max(), -1.0, -Limits::min(), -Limits::denorm_min(), 0.0,
      Limits::denorm_min(), Limits::min(),  1.0,  Limits::max(),  Limits::infinity()};
  std::vector<double> values(ascending.rbegin(), ascending.rend());
  std::vector<double> room;
  radix_sort(values, room);
  CHECK(values == ascending);
  std::vector<double> zeros = {0.0, -0.0};
  radix_sort(zeros, room);
  CHECK(std::signbit(zeros[0]));
  CHECK_FALSE(std::signbit(zeros[1]));
}

}  // namespace groundwork
