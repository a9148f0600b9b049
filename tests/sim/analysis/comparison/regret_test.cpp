#include "sim/analysis/comparison/regret.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

namespace {

using Column = std::vector<double>;

std::vector<Regret> of(const std::vector<Column>& options, Better better) {
  const std::vector<PathValues> views(options.begin(), options.end());
  return regrets(views, better, Replication::independent);
}

const std::vector<Column> three_on_four_paths{{10, 2, 5, 7}, {8, 4, 5, 1}, {9, 3, 6, 9}};

}  // namespace

TEST_CASE("regrets of three options on four paths are those found by hand") {
  // The best are 10, 4, 6, 9: regrets 0 2 1 2, 2 0 1 8 and 1 1 0 0.
  const std::vector<Regret> found = of(three_on_four_paths, Better::higher);
  REQUIRE(found.size() == 3);
  CHECK(found[0].regret.mean == Approx(1.25));
  CHECK(found[1].regret.mean == Approx(2.75));
  CHECK(found[2].regret.mean == Approx(0.5));
  CHECK(found[1].regret.maximum == 8.0);
  CHECK(found[0].best_share == 0.25);
  CHECK(found[1].best_share == 0.25);
  CHECK(found[2].best_share == 0.5);
}

TEST_CASE("if lower is better, regret is what was spent too much") {
  // The best are 8, 2, 5, 1: regrets 2 0 0 6, 0 2 0 0 and 1 1 1 8.
  const std::vector<Regret> found = of(three_on_four_paths, Better::lower);
  CHECK(found[0].regret.mean == Approx(2.0));
  CHECK(found[1].regret.mean == Approx(0.5));
  CHECK(found[2].regret.mean == Approx(2.75));
  CHECK(found[0].best_share == 0.5);
  CHECK(found[1].best_share == 0.75);
  CHECK(found[2].best_share == 0.0);
}

TEST_CASE("a path on which an option is undefined is left out for all") {
  std::vector<Column> options = three_on_four_paths;
  options[1][3] = Summary::unknown;
  const std::vector<Regret> found = of(options, Better::higher);
  for (const Regret& regret : found) CHECK(regret.regret.undefined == 1);
  CHECK(found[0].regret.mean == Approx(1.0));
  CHECK(found[2].regret.mean == Approx(2.0 / 3.0));
}

TEST_CASE("one option alone is never regretted") {
  const std::vector<Regret> found = of({{3, 1, 2}}, Better::higher);
  CHECK(found[0].regret.maximum == 0.0);
  CHECK(found[0].best_share == 1.0);
}

TEST_CASE("expected regrets differ as means do") {
  const std::vector<Regret> found = of(three_on_four_paths, Better::higher);
  CHECK(found[0].regret.mean - found[1].regret.mean == Approx(4.5 - 6.0));  // the means are 6 and 4.5
}

}  // namespace groundwork
