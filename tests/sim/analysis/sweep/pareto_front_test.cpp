#include "sim/analysis/sweep/pareto_front.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "tests/sim/analysis/sweep/made_sweep.hpp"

namespace groundwork {

namespace {

/// By definition: every point against every other. The first figure is better low, the others high.
FrontStanding by_definition(const Sweep& sweep, std::size_t index, double errors) {
  const std::vector<Summary>& own = sweep.points[index].figures;
  FrontStanding standing = FrontStanding::front;
  for (const SweepPoint& other : sweep.points) {
    bool is_as_good = true, is_better = false, is_clear = false;
    for (std::size_t i = 0; i < own.size(); ++i) {
      const double ahead = (i == 0 ? -1.0 : 1.0) * (other.figures[i].mean - own[i].mean);
      const double error = std::sqrt(std::pow(own[i].standard_error, 2) + std::pow(other.figures[i].standard_error, 2));
      is_as_good &= ahead >= 0.0;
      is_better |= ahead > 0.0;
      is_clear |= ahead > errors * error;
    }
    if (is_as_good && is_clear) return FrontStanding::dominated;
    if (is_as_good && is_better) standing = FrontStanding::near;
  }
  return standing;
}

/// Whole numbers, so that many points are equal in some figures.
Sweep random_sweep(std::mt19937& random, std::size_t figures, int points) {
  std::vector<SweepFigure> list;
  for (std::size_t i = 0; i < figures; ++i) {
    const Better better = i == 0 ? Better::lower : Better::higher;
    list.push_back(made_figure("f" + std::to_string(i), better, better));
  }
  Sweep sweep = made_sweep(list, points);
  std::uniform_int_distribution<int> value(0, 12);
  for (int point = 0; point < points; ++point) {
    std::vector<double> means;
    for (std::size_t i = 0; i < figures; ++i) means.push_back(value(random));
    sweep.points.push_back(made_point(point, {"0", "0"}, means, 0.5));
  }
  return sweep;
}

}  // namespace

TEST_CASE("the Pareto front is that of its definition, for one to four figures") {
  std::mt19937 random(62);
  for (const std::size_t figures : {1U, 2U, 3U, 4U})
    for (int repeat = 0; repeat < 20; ++repeat) {
      const Sweep sweep = random_sweep(random, figures, 60);
      const std::vector<FrontStanding> standings = pareto_standings(sweep);
      for (std::size_t i = 0; i < standings.size(); ++i)
        CHECK(standings[i] == by_definition(sweep, i, told_apart_errors(sweep)));
    }
}

TEST_CASE("points that lack a figure are left out, and equal points are both in the front") {
  Sweep sweep = made_sweep(
      {made_figure("cost", Better::lower, Better::lower), made_figure("irr", Better::higher, Better::higher)}, 4);
  sweep.points = {made_point(0, {"0", "0"}, {1.0, 5.0}, 0.0), made_point(1, {"0", "1"}, {1.0, 5.0}, 0.0),
                  made_point(2, {"1", "0"}, {0.5, Summary::unknown}, 0.0), made_point(3, {"1", "1"}, {1.0, 4.0}, 0.0)};
  using enum FrontStanding;
  CHECK(pareto_standings(sweep) == std::vector{front, front, left_out, dominated});
}

TEST_CASE("a point of which the error is not known is not clearly dominated") {
  Sweep sweep = made_sweep({made_figure("cost", Better::lower, Better::lower)}, 2);
  sweep.points = {made_point(0, {"0", "0"}, {1.0}, Summary::unknown), made_point(1, {"0", "1"}, {2.0}, 0.0)};
  CHECK(pareto_standings(sweep)[1] == FrontStanding::near);
}

}  // namespace groundwork
