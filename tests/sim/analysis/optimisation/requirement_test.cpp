#include "sim/analysis/optimisation/requirement.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/statistics/exact_column.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

const OutputTable& toy_table() {
  static const Study study = read_toy();
  return study.program->outputs();
}

Requirement parsed(const std::string& text) {
  Diagnostics diagnostics;
  const auto requirement = parse_requirement(text, toy_table(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(requirement);
  return *requirement;
}

FigureStatistic statistic(const std::string& text) {
  Diagnostics diagnostics;
  const auto parsed = parse_statistic(text, toy_table(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(parsed);
  return *parsed;
}

std::string problem_of(const std::string& text) {
  Diagnostics diagnostics;
  CHECK(!parse_requirement(text, toy_table(), diagnostics));
  return diagnostics.text();
}

/// Middles of n equal parts of 0 … 1, in a scrambled order.
std::vector<double> uniform_grid(int n) {
  std::vector<double> values;
  for (int i = 0; i < n; ++i) values.push_back((static_cast<double>((i * 7919LL) % n) + 0.5) / n);
  return values;
}

double standard_error(const FigureStatistic& of, BadSide bad, const std::vector<double>& values) {
  return summarise(influence(of, bad, values), Replication::independent).standard_error;
}

}  // namespace

TEST_CASE("tail means, quantiles and shares of a uniform figure are as formulas say, with their errors") {
  constexpr int n = 20'000;
  const std::vector<double> values = uniform_grid(n);
  CHECK(statistic_value(statistic("mean(x)"), BadSide::high, values) == Approx(0.5));
  CHECK(statistic_value(statistic("tail95(x)"), BadSide::high, values) == Approx(0.975));
  CHECK(statistic_value(statistic("tail95(x)"), BadSide::low, values) == Approx(0.025));
  CHECK(statistic_value(statistic("p97.5(x)"), BadSide::low, values) == Approx(0.975).margin(1e-4));
  CHECK(statistic_value(statistic("P(x >= 0.3)"), BadSide::low, values) == Approx(0.7));
  const double root = std::sqrt(n);
  CHECK(standard_error(statistic("mean(x)"), BadSide::low, values) ==
        Approx(std::sqrt(1.0 / 12.0) / root).epsilon(0.01));
  // The variance of max(x - q, 0)/a is a/3 - a²/4.
  CHECK(standard_error(statistic("tail95(x)"), BadSide::high, values) ==
        Approx(std::sqrt(0.05 / 3.0 - 0.05 * 0.05 / 4.0) / root).epsilon(0.01));
  CHECK(standard_error(statistic("p80(x)"), BadSide::low, values) == Approx(std::sqrt(0.16) / root).epsilon(0.02));
  CHECK(standard_error(statistic("P(x >= 0.3)"), BadSide::low, values) == Approx(std::sqrt(0.21) / root).epsilon(0.01));
}

TEST_CASE("the mean of the influence is the statistic") {
  const std::vector<double> values = uniform_grid(997);
  for (const char* text : {"mean(x)", "tail90(x)", "p37(x)", "P(x < 0.4)"})
    for (const BadSide bad : {BadSide::low, BadSide::high})
      CHECK(summarise(influence(statistic(text), bad, values), Replication::independent).mean ==
            Approx(statistic_value(statistic(text), bad, values)));
}

TEST_CASE("the shortfall of a chance constraint is above zero just where the share of paths fails") {
  std::vector<double> values = uniform_grid(50);
  values[7] = values[8] = 0.5;  // ties with the threshold
  values[9] = none;
  int met = 0, failed = 0;
  for (const char* inner : {">", ">=", "<", "<="})
    for (const char* outer : {">", ">=", "<", "<="})
      for (int share = 0; share <= 50; ++share) {
        const Requirement requirement =
            parsed("P(x " + std::string(inner) + " 0.5) " + outer + " " + std::to_string(share / 50.0));
        const SamePaths paths{values, values, Replication::independent};
        const bool holds = standing(requirement, paths).is_met;
        CHECK((shortfall(requirement, paths, 0.0) <= 0.0) == holds);
        (holds ? met : failed) += 1;
      }
  CHECK(met > 300);
  CHECK(failed > 300);
}

TEST_CASE("a path without a value counts against the requirement") {
  const std::vector<double> values{1.0, 1.0, 1.0, none};
  const SamePaths paths{values, values, Replication::independent};
  CHECK(standing(parsed("P(x >= 0.5) >= 0.8"), paths).value == 0.75);
  CHECK(standing(parsed("P(x >= 2) <= 0.2"), paths).value == 0.25);
  CHECK(standing(parsed("mean(x) >= 1"), paths).is_met);
}

TEST_CASE("a requirement of the baseline is held against it on the same paths") {
  const std::vector<double> baseline = uniform_grid(1000);
  std::vector<double> values = baseline;
  for (double& value : values) value += 0.001;
  const SamePaths paths{values, baseline, Replication::independent};
  const RequirementStanding same = standing(parsed("mean(x) >= baseline"), paths);
  CHECK(same.is_met);
  CHECK(same.error < 1e-12);  // the same on every path
  CHECK(shortfall(parsed("mean(x) >= baseline"), paths, 2.0) < 0.0);
  CHECK(standing(parsed("mean(x) <= 0.9 * baseline"), paths).limit == Approx(0.45));
  CHECK(!standing(parsed("mean(x) <= 0.9 * baseline"), paths).is_met);
  CHECK(shortfall(parsed("p50(x) <= baseline"), paths, 0.0) > 0.0);
}

TEST_CASE("a margin asks for so many standard errors more") {
  const std::vector<double> values = uniform_grid(10'000);
  const SamePaths paths{values, values, Replication::independent};
  // The standard error of the mean is sqrt(1/12)/100 = 0.00289, of a share of 0.8 it is 0.004.
  CHECK(shortfall(parsed("mean(x) >= 0.495"), paths, 1.7) < 0.0);
  CHECK(shortfall(parsed("mean(x) >= 0.495"), paths, 1.8) > 0.0);
  CHECK(shortfall(parsed("P(x >= 0.194) >= 0.8"), paths, 1.4) < 0.0);
  CHECK(shortfall(parsed("P(x >= 0.194) >= 0.8"), paths, 1.6) > 0.0);
  CHECK(shortfall(parsed("P(x < 0.2) <= 0.206"), paths, 1.4) < 0.0);
  CHECK(shortfall(parsed("P(x < 0.2) <= 0.206"), paths, 1.6) > 0.0);
}

TEST_CASE("wrong requirements are named") {
  CHECK(problem_of("mean(x)").find("does not say what a statistic is held against") != std::string::npos);
  CHECK(problem_of("mean(x) >= some").find("does not say what a statistic is held against") != std::string::npos);
  CHECK(problem_of("median(x) >= 1").find("'median(x)' is no statistic of a figure") != std::string::npos);
  CHECK(problem_of("x >= 1").find("'x' is no statistic of a figure") != std::string::npos);
  CHECK(problem_of("p100(x) >= 1").find("is no statistic") != std::string::npos);
  CHECK(problem_of("mean(zum) >= 1").find("did you mean 'sum'?") != std::string::npos);
  CHECK(problem_of("P(x >= 1) >= 80").find("a probability is between 0 and 1") != std::string::npos);
  CHECK(problem_of("P(x > p90) >= 0.8").find("moves with the levers") != std::string::npos);
}

}  // namespace groundwork
