#include "sim/analysis/sensitivity/tornado.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

Tornado tornado_of(Study& study, std::int64_t paths) {
  study.scenario.run.paths = paths;
  RunOptions options;
  options.threads = 2;
  options.keep_cells = {0};
  return run_tornado(study, options).value().front();
}

}  // namespace

TEST_CASE("the bars of a linear model are as wide as its slopes, without any error") {
  Study study = read_function(linear_function({1.0, -3.0, 2.0}));
  const Tornado tornado = tornado_of(study, 1000);
  REQUIRE(tornado.bars.size() == 3);
  const std::vector<int> order{1, 2, 0};
  const std::vector<double> swings{-2.4, 1.6, 0.8};  // slope times 0.9 - 0.1
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(tornado.bars[i].input == order[i]);
    CHECK(tornado.bars[i].low_value == Approx(0.1));
    CHECK(tornado.bars[i].high_value == Approx(0.9));
    CHECK(tornado.bars[i].swing.value == Approx(swings[i]));
    CHECK(tornado.bars[i].swing.standard_error < 1e-12);
    CHECK(tornado.bars[i].at_high.mean - tornado.bars[i].at_low.mean == Approx(swings[i]));
  }
}

TEST_CASE("the spread that is left is that of the other inputs") {
  // Of x0·x1 with x1 set to v: uniform between 0 and v.
  TestFunction function = linear_function({1.0, 1.0});
  function.value = [](const std::vector<double>& x) { return x[0] * x[1]; };
  Study study = read_function(function);
  const Tornado tornado = tornado_of(study, 40'000);
  for (const TornadoBar& bar : tornado.bars) {
    // Four standard errors: sqrt(0.05·0.95/40,000) = 0.0011 of rank, sqrt(1/12/40,000) = 0.0015 of the mean.
    CHECK(bar.at_high.quantile[1] == Approx(0.045).margin(0.9 * 4.0 * 0.0011));
    CHECK(bar.at_high.quantile[7] == Approx(0.855).margin(0.9 * 4.0 * 0.0011));
    CHECK(bar.at_low.mean == Approx(0.05).margin(0.1 * 4.0 * 0.0015));
    CHECK(std::fabs(bar.swing.value - 0.4) < 4.0 * bar.swing.standard_error);
  }
}

}  // namespace groundwork
