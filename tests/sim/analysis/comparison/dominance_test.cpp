#include "sim/analysis/comparison/dominance.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/analysis/comparison/normals.hpp"

namespace groundwork {

namespace {

constexpr int n = 20'000;

Dominance of(const std::vector<double>& baseline, const std::vector<double>& option, Better better = Better::higher,
             Replication replication = Replication::independent) {
  return stochastic_dominance(baseline, option, better, replication);
}

}  // namespace

// Normal values: means further apart than 0.5 or scales twice as large are ten standard errors and more at some
// threshold. Where theory says no difference, 51 thresholds pass three standard errors by chance in fewer than one of
// 20 seeds.

TEST_CASE("a normal distribution further up dominates in the first order, and so in the second") {
  for (const Replication replication : {Replication::independent, Replication::randomised}) {
    const Dominance found = of(normals(1, n), moved(normals(2, n), 0.5, 1.0), Better::higher, replication);
    CHECK(found.first_order == Dominates::option);
    CHECK(found.second_order == Dominates::option);
  }
}

TEST_CASE("if lower is better, the distribution further up is dominated") {
  const Dominance found = of(normals(1, n), moved(normals(2, n), 0.5, 1.0), Better::lower);
  CHECK(found.first_order == Dominates::baseline);
  CHECK(found.second_order == Dominates::baseline);
}

TEST_CASE("of two normal distributions with one mean the narrower dominates in the second order, not in the first") {
  for (const Better better : {Better::higher, Better::lower})
    for (const Replication replication : {Replication::independent, Replication::randomised}) {
      const Dominance found = of(normals(3, n), moved(normals(4, n), 0.0, 2.0), better, replication);
      CHECK(found.first_order == Dominates::neither);
      CHECK(found.second_order == Dominates::baseline);
    }
}

TEST_CASE("a wider distribution with a better mean neither dominates nor is dominated") {
  const Dominance found = of(normals(5, n), moved(normals(6, n), 0.3, 2.0));
  CHECK(found.first_order == Dominates::neither);
  CHECK(found.second_order == Dominates::neither);
}

TEST_CASE("Monte-Carlo error alone is no dominance") {
  for (const Replication replication : {Replication::independent, Replication::randomised}) {
    const Dominance found = of(normals(7, n), normals(8, n), Better::higher, replication);
    CHECK(found.first_order == Dominates::same);
    CHECK(found.second_order == Dominates::same);
  }
}

TEST_CASE("a small but sure gain on every path dominates though distributions hardly differ") {
  const std::vector<double> values = normals(9, n);
  CHECK(of(values, moved(values, 0.02, 1.0)).first_order == Dominates::option);
}

TEST_CASE("an option does not dominate itself, nor what differs from it by rounding") {
  const std::vector<double> values = moved(normals(10, n), 1e12, 1e11);
  CHECK(of(values, values).first_order == Dominates::same);
  CHECK(of(values, moved(values, 1e-4, 1.0)).second_order == Dominates::same);
}

TEST_CASE("sure values are compared, undefined pairs left out") {
  constexpr double none = Summary::unknown;
  CHECK(of({1, 1, none, 1}, {2, 2, -9, 2}).first_order == Dominates::option);
  CHECK(of({none, 1}, {1, none}).first_order == Dominates::same);
}

}  // namespace groundwork
