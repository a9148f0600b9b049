#include "sim/analysis/backtest/backtest.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

namespace groundwork {

namespace {

BacktestFigure figure(const std::string& id, const std::string& published, std::vector<int> cells) {
  BacktestFigure made;
  made.row.id = id;
  made.standing = Standing::compared;
  made.published = parse_published(published).value();
  made.answer.cells = std::move(cells);
  return made;
}

/// 100 paths of three cells: i, 100 - i and 2·i + 2 for path i = 0, 1, …
Results results() {
  Results made;
  made.paths = 100;
  made.kept = {{4, {}}, {5, {}}, {9, {}}};
  for (int i = 0; i < 100; ++i) {
    made.kept[0].values.push_back(i);
    made.kept[1].values.push_back(100 - i);
    made.kept[2].values.push_back(2 * i + 2);
  }
  return made;
}

}  // namespace

TEST_CASE("sums and ratios are taken path by path, not of summaries") {
  BacktestMap map{"map.toml", {figure("A", "100", {4, 5}), figure("B", "0.4", {4})}};
  map.figures[1].answer.over = {9};  // i/(2i + 2): 0 … 0.495
  const Backtest backtest = run_backtest(map, results());
  const Placement sum = backtest.placements[0].value(), ratio = backtest.placements[1].value();
  CHECK(sum.verdict == Verdict::constant);  // i + 100 - i, though each of the two varies
  CHECK(sum.simulated.minimum == 100.0);
  CHECK(ratio.percentile == Approx(0.045));  // i/(2i + 2) < 0.4 for i < 4, and equal for i = 4
  CHECK(cells_of(map) == std::vector<int>{4, 5, 9});
}

TEST_CASE("a figure that is not compared has no place, and keeps its line") {
  BacktestMap map{"map.toml", {figure("A", "30", {4}), {}}};
  const Backtest backtest = run_backtest(map, results());
  CHECK(backtest.placements.size() == 2);
  CHECK_FALSE(backtest.placements[1]);
}

TEST_CASE("a cell that was not kept is a programmer's error") {
  CHECK_THROWS_AS(run_backtest({"map.toml", {figure("A", "30", {7})}}, results()), std::logic_error);
}

TEST_CASE("sources contradict each other if they are of the same cells and differ beyond rounding") {
  BacktestMap map{"map.toml",
                  {figure("A", "718000", {4}), figure("B", "718400", {4}), figure("C", "771000", {4}),
                   figure("D", "99", {5}), figure("E", ">700000", {4}), figure("F", ">720000", {4})}};
  // A is anything from 717,500 to 718,500, so it may be B. F contradicts both, and E nobody.
  CHECK(find_contradictions(map) == std::vector<Contradiction>{{0, 1, 2, 5}});
  map.figures[2].is_forecast = true;
  map.figures[5].is_forecast = true;
  CHECK(find_contradictions(map).empty());
}

TEST_CASE("the score counts what has a distribution to lie in, by evidence") {
  BacktestMap map{
      "map.toml",
      {figure("A", "50", {4}), figure("B", "500", {4}), figure("C", "-5", {5}), figure("D", "7", {4, 5}), {}}};
  map.figures[1].row.evidence = Evidence::hindsight;
  const Backtest backtest = run_backtest(map, results());
  const Score all = score_of(map, backtest), hindsight = score_of(map, backtest, Evidence::hindsight);
  CHECK((all.compared == 3 && all.outside == 2 && all.without_range == 1));
  CHECK((hindsight.compared == 1 && hindsight.outside == 1));
  CHECK(score_of(map, backtest, Evidence::calibrated).compared == 0);
}

}  // namespace groundwork
