#include "sim/analysis/sweep/main_effects.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/analysis/sweep/best_points.hpp"
#include "tests/sim/analysis/sweep/made_sweep.hpp"

namespace groundwork {

namespace {

/// f = 10·a + b, over a = 0, 1, 2 and b = 0, 1; "same" is 7 everywhere, "never" has no value.
Sweep linear_sweep() {
  Sweep sweep = made_sweep({made_figure("f", Better::lower), made_figure("same", Better::higher),
                            made_figure("never", Better::higher), made_figure("g", Better::neither)},
                           6);
  for (int a = 0; a < 3; ++a)
    for (int b = 0; b < 2; ++b)
      sweep.points.push_back(made_point(2 * a + b, {std::to_string(a), std::to_string(b)},
                                        {10.0 * a + b, 7.0, Summary::unknown, 1.0 * a}, 0.3));
  return sweep;
}

}  // namespace

TEST_CASE("a main effect is the mean over the other factors, and the factor that moves most comes first") {
  const std::vector<MainEffect> effects = main_effects(linear_sweep());
  REQUIRE(effects.size() == 8);
  CHECK(effects[0].factor == 0);
  CHECK(effects[0].span() == Approx(20.0));
  REQUIRE(effects[0].levels.size() == 3);
  for (int a = 0; a < 3; ++a) {
    const LevelMean& level = effects[0].levels[static_cast<std::size_t>(a)];
    CHECK(level.level == std::to_string(a));
    CHECK(level.points == 2);
    CHECK(level.mean == Approx(10.0 * a + 0.5));
    CHECK(level.standard_error == Approx(0.3));
  }
  CHECK(effects[1].factor == 1);
  CHECK(effects[1].span() == Approx(1.0));
  CHECK(effects[2].span() == 0.0);       // the constant
  CHECK(std::isnan(effects[4].span()));  // what has no value
  CHECK(effects[4].levels[0].points == 0);
}

TEST_CASE("a Latin hypercube has no main effects") {
  Sweep sweep = linear_sweep();
  sweep.head.design = "latin hypercube";
  CHECK(main_effects(sweep).empty());
}

TEST_CASE("the best point is told with those that cannot be told from it") {
  const std::vector<BestPoint> best = best_points(linear_sweep());
  CHECK(best[0].point == 0);
  CHECK(best[0].equals == 1);  // 1 is ahead of 0 by 1 < 3·sqrt(2)·0.3 = 1.27; 10 is not
  CHECK(best[1].spread == Spread::constant);
  CHECK(best[2].spread == Spread::undefined);
  CHECK(best[3].spread == Spread::varies);
}

}  // namespace groundwork
