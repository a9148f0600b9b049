#include <catch2/catch.hpp>

#include "sim/analysis/sensitivity/factors.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

Study three_inputs() {
  TestFunction function = linear_function({1.0, 1.0, 1.0});
  function.draws = 4;
  return read_function(function, "[[correlation]]\nbetween = ['case.x0', 'case.x2']\nspearman = 0.5\n");
}

std::string problem(const std::vector<std::string>& prefixes) {
  Diagnostics diagnostics;
  named_groups(three_inputs(), prefixes, diagnostics);
  return diagnostics.text();
}

}  // namespace

TEST_CASE("a prefix groups all that is drawn at or below it") {
  const Study study = three_inputs();
  Diagnostics diagnostics;
  const std::vector<Factor> groups = named_groups(study, {"case.*"}, diagnostics);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].name == "case.*");
  CHECK(groups[0].columns == std::vector<int>{0, 1, 2, 3, 4, 5, 6});
  CHECK(groups[0].members == std::vector<std::string>{"case.x0", "case.x1", "case.x2", "case.noise[*]"});
}

TEST_CASE("independent factors hold every column once, and correlated inputs together") {
  const Study study = three_inputs();
  const std::vector<Factor> factors = independent_factors(study, {});
  REQUIRE(factors.size() == 3);
  CHECK(factors[0].name == "case.x0 and 1 correlated");
  CHECK(factors[0].columns == std::vector<int>{0, 2});
  CHECK(factors[1].columns == std::vector<int>{1});
  CHECK(factors[2].columns == std::vector<int>{3, 4, 5, 6});
  Diagnostics diagnostics;
  const std::vector<Factor> grouped = independent_factors(study, named_groups(study, {"case.noise"}, diagnostics));
  REQUIRE(grouped.size() == 3);
  CHECK(grouped[0].name == "case.noise.*");
}

TEST_CASE("what is wrong with a group is said") {
  CHECK(problem({"case.y1"}).find("did you mean 'case.x1'?") != std::string::npos);
  CHECK(problem({"case.x0"}).find("it has 'case.x0' without 'case.x2'") != std::string::npos);
  CHECK(problem({"case.x1", "case.x1"}).find("overlap") != std::string::npos);
  CHECK(problem({"case.x1", "case.noise"}).empty());
}

}  // namespace groundwork
