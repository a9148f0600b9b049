#include "sim/analysis/condition.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

Condition parsed(const std::string& text) {
  Diagnostics diagnostics;
  const auto condition = parse_condition(text, read_toy().program->outputs(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(condition);
  return *condition;
}

std::string problem(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(parse_condition(text, read_toy().program->outputs(), diagnostics));
  return diagnostics.text();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a condition names a figure, a comparison and a threshold") {
  const Study study = read_toy();
  const Condition condition = parsed(" sum:east:2021 >= 1_000.5e3 ");
  CHECK(condition.text == "sum:east:2021 >= 1_000.5e3");
  CHECK(condition.cell == study.program->outputs().find("sum", "east", "2021"));
  CHECK(condition.comparison == Relation::at_least);
  CHECK(condition.threshold == 1000.5e3);
  CHECK_FALSE(condition.percentile);
  CHECK(parsed("x<-2").threshold == -2.0);
  CHECK(parsed("x<-2").comparison == Relation::below);
}

TEST_CASE("a condition holds on the right side of its threshold, and never of what is not finite") {
  const auto holds = [](const std::string& text, double value) { return parsed(text).holds(value); };
  for (const auto& [text, below, at, above] :
       std::vector<std::tuple<std::string, bool, bool, bool>>{{"x > 1", false, false, true},
                                                              {"x >= 1", false, true, true},
                                                              {"x < 1", true, false, false},
                                                              {"x <= 1", true, true, false}}) {
    INFO(text);
    CHECK(holds(text, 0.5) == below);
    CHECK(holds(text, 1.0) == at);
    CHECK(holds(text, 1.5) == above);
    CHECK_FALSE(holds(text, std::nan("")));
    CHECK_FALSE(holds(text, std::numeric_limits<double>::infinity()));
  }
}

TEST_CASE("a percentile is taken from the figure's own values") {
  Condition condition = parsed("x > p90");
  CHECK(condition.percentile == 90.0);
  CHECK_FALSE(condition.holds(1e9));
  condition.set_threshold(std::vector<double>{5.0, 1.0, std::nan(""), 2.0, 4.0, 3.0});
  CHECK(condition.threshold == Approx(4.6));  // rank 0.9·4 among five
  Condition number = parsed("x > 3");
  number.set_threshold(std::vector<double>{10.0});
  CHECK(number.threshold == 3.0);
}

TEST_CASE("a wrong condition is told what is wrong with it") {
  CHECK(has(problem("x"), "condition 'x' does not compare a figure with >, >=, < or <="));
  CHECK(has(problem("x == 1"), "does not compare"));
  CHECK(has(problem("x => 1"), "does not compare"));
  CHECK(has(problem("summ > 1"), "there is no metric 'summ'\n  hint: did you mean 'sum'?"));
  CHECK(has(problem("x > much"),
            "condition 'x > much': 'much' is no number and no percentile\n  hint: x is a pure number"));
  CHECK(has(problem("sum > 5 %"), "hint: sum is in CNY: write 0.9 for 90 %"));
  CHECK(has(problem("x > p101"), "no percentile"));
  CHECK(has(problem("x > 1_"), "'1_' is no number"));
  CHECK(has(problem("x >"), "'' is no number"));
}

}  // namespace groundwork
