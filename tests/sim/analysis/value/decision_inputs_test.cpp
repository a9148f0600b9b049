#include "sim/analysis/value/decision_inputs.hpp"

#include <catch2/catch.hpp>

#include "sim/analysis/value/known_ranks.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

TestFunction with_inputs(const std::vector<std::string>& inputs, int draws) {
  return {[](const std::vector<double>& x) { return x[0]; }, inputs, draws};
}

const std::string uniform = "dist = 'uniform', min = 0, max = 1", normal = "dist = 'normal', mean = 0, sd = 1",
                  coin = "dist = 'discrete', values = [0, 1], weights = [1, 1]", fixed = "value = 1";

/// Ranks of each single factor: how many columns.
std::vector<std::size_t> known_columns(const std::vector<Study>& studies) {
  std::vector<Results> results;
  for (const Study& study : studies) results.push_back(run_function(study, 200));
  const std::vector<std::size_t> paths{0, 1, 2, 5, 7, 11, 100, 150};
  const DecisionInputs inputs = decision_inputs(studies);
  const KnownRanks known(inputs, results, paths);
  std::vector<std::size_t> columns;
  for (const Factor& factor : inputs.factors) columns.push_back(known.of(factor).size());
  return columns;
}

}  // namespace

TEST_CASE("inputs and draws of several options are matched by name, and uncertain if they are so in any") {
  std::vector<Study> studies;
  studies.push_back(read_function(with_inputs({uniform, fixed, uniform}, 2)));
  studies.push_back(read_function(with_inputs({normal, uniform}, 3)));
  const DecisionInputs inputs = decision_inputs(studies);
  REQUIRE(inputs.factors.size() == 4);
  CHECK(inputs.factors[0].name == "case.x0");
  CHECK(inputs.factors[1].name == "case.x2");
  CHECK(inputs.factors[2].name == "case.noise[*]");
  CHECK(inputs.factors[2].columns.size() == 3);
  CHECK(inputs.factors[3].name == "case.x1");
  const auto columns = [&](std::size_t factor, std::size_t at) {
    return inputs.inputs[static_cast<std::size_t>(inputs.factors[factor].columns[at])].columns;
  };
  CHECK(columns(0, 0) == std::vector<int>{0, 0});
  CHECK(columns(1, 0) == std::vector<int>{2, -1});
  CHECK(columns(2, 1) == std::vector<int>{4, 3});
  CHECK(columns(2, 2) == std::vector<int>{-1, 4});
  CHECK(columns(3, 0) == std::vector<int>{-1, 1});
}

TEST_CASE("one column tells what options make of the same number, unless they order paths differently") {
  std::vector<Study> studies;
  studies.push_back(read_function(with_inputs({uniform, uniform, normal}, 2)));
  studies.push_back(read_function(with_inputs({normal, coin, normal}, 2)));
  CHECK(known_columns(studies) == std::vector<std::size_t>{1, 2, 1, 2});
}

TEST_CASE("an input that only one option correlates has a column of each order") {
  std::vector<Study> studies;
  studies.push_back(read_function(with_inputs({uniform, uniform}, 0)));
  studies.push_back(read_function(with_inputs({uniform, uniform}, 0),
                                  "[[correlation]]\nbetween = ['case.x0', 'case.x1']\nspearman = 0.5\n"));
  CHECK(known_columns(studies) == std::vector<std::size_t>{1, 2});
}

}  // namespace groundwork
