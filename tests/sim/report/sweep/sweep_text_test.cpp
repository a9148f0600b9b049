#include "sim/report/sweep/sweep_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/report/sweep/sweep_csv.hpp"
#include "sim/report/sweep/sweep_json.hpp"
#include "tests/sim/analysis/sweep/made_sweep.hpp"

namespace groundwork {

namespace {

using Catch::Matchers::Contains;

/// cost = 10·a + b over two levels each; the last point is not finished.
Sweep small_sweep() {
  Sweep sweep = made_sweep({made_figure("cost", Better::lower, Better::lower), made_figure("same", Better::higher),
                            made_figure("irr", Better::higher)},
                           4);
  for (int i = 0; i < 3; ++i)
    sweep.points.push_back(made_point(i, {std::to_string(i / 2), std::to_string(i % 2)},
                                      {10.0 * (i / 2) + i % 2, 7.0, Summary::unknown}, 0.5));
  return sweep;
}

}  // namespace

TEST_CASE("a report says what is missing, constant or without a value") {
  const std::string text = sweep_text(small_sweep());
  CHECK_THAT(text, Contains("grid of 4 points over Toy; 100 paths each, seed 7, mc"));
  CHECK_THAT(text, Contains("3 of the points are finished"));
  CHECK_THAT(text, Contains("no factor moves it: same."));
  CHECK_THAT(text, Contains("Without a value at any point: irr."));
  CHECK_THAT(text, Contains("Best cost: 0.000 +- 0.50000 at point 0 (a 0; b 0); 1 other cannot be told from it."));
  CHECK_THAT(text, Contains("Pareto front of cost (lower): 1 of 3 points; 1 more cannot be told from it."));
}

TEST_CASE("a report says all of that in Chinese") {
  Sweep sweep = small_sweep();
  for (SweepFigure& figure : sweep.head.figures) figure.metric.title = {figure.asked, "指标" + figure.asked};
  const std::string text = sweep_text(sweep, Language::zh);
  CHECK_THAT(text, Contains("A sweep\nToy，网格，4 个点；每点 100 条路径，种子 7，独立抽样\n"
                            "已完成 3 个点，以下结果仅针对这些点。\n"));
  CHECK_THAT(text, Contains("各点取值相同，不受任何参数影响：指标same。"));
  CHECK_THAT(text, Contains("在所有点上都没有数值：指标irr。"));
  CHECK_THAT(text, Contains("指标cost最优的是点 0（a 0；b 0）：0.000 ± 0.50000；另有 1 个点与其无法区分。"));
  CHECK_THAT(text, Contains("指标cost（越低越好）的帕累托前沿：3 个点中的 1 个；另有 1 个与前沿无法区分。"));
}

TEST_CASE("a sweep without a finished point has a heading and nothing else") {
  Sweep sweep = small_sweep();
  sweep.points.clear();
  CHECK(sweep_text(sweep) ==
        "A sweep\ngrid of 4 points over Toy\n0 of the points are finished: what follows is about these.\n\n");
  CHECK(std::ranges::count(points_csv(sweep), '\n') == 1);
  CHECK(nlohmann::json::parse(sweep_json(sweep, "1"))["points_finished"] == 0);
}

TEST_CASE("a line of the CSV has the inputs, how it was run, its place and its figures") {
  const std::string csv = points_csv(small_sweep());
  CHECK_THAT(csv, Catch::StartsWith("point,a,b,scenario_digest,paths,seed,sampler,version,pareto,cost:CN:total:mean,"));
  CHECK_THAT(csv, Contains("\n1,0,1,digest-1,100,7,mc,1,near,1,0.5,5,1,1,1,1,1,1,1,1,1,100,0,"));
  CHECK(std::ranges::count(pareto_csv(small_sweep()), '\n') == 2);
}

}  // namespace groundwork
