#include "sim/analysis/optimisation/optimisation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/sim/analysis/optimisation/optimised.hpp"

namespace groundwork {

namespace {

/// (x0 - 0.3)² + 2·(x1 + 0.4)² + x2, x2 uniform.
TestFunction bowl() {
  const auto value = [](const std::vector<double>& x) {
    return (x[0] - 0.3) * (x[0] - 0.3) + 2.0 * (x[1] + 0.4) * (x[1] + 0.4) + x[2];
  };
  return {value, {"value = 1", "value = 1", "dist = 'uniform', min = 0, max = 1"}, 0};
}

/// A newsvendor who buys x0 papers at 3 and sells those of them that are wanted, x1 uniform on 0 … 100, at 10.
TestFunction newsvendor() {
  const auto value = [](const std::vector<double>& x) { return 10.0 * std::fmin(x[0], x[1]) - 3.0 * x[0]; };
  return {value, {"value = 20", "dist = 'uniform', min = 0, max = 100"}, 0};
}

/// x0 + x1, x1 uniform on 0 … 1.
TestFunction shifted() {
  const auto value = [](const std::vector<double>& x) { return x[0] + x[1]; };
  return {value, {"value = 0.99", "dist = 'uniform', min = 0, max = 1"}, 0};
}

}  // namespace

TEST_CASE("the least of a quadratic function is found") {
  const Optimised plan =
      optimised(bowl(), "[set]\n'run.paths' = 200\n[objective]\nminimise = 'mean(y)'\n" + lever_text("case.x0", -1, 2) +
                            lever_text("case.x1", -2, 1) + "[search]\nevaluations = 200\n[check]\npaths = 1000\n");
  // The search ends when it moves by 0.001 of a lever's way, 3.
  CHECK(plan.lever(0) == Approx(0.3).margin(0.01));
  CHECK(plan.lever(1) == Approx(-0.4).margin(0.01));
  REQUIRE(plan.found.verdict.check);
  CHECK(plan.found.verdict.check->difference.value == Approx(-0.49 - 2.0 * 1.96).margin(1e-3));
  CHECK(plan.found.verdict.check->difference.standard_error < 1e-9);  // all that is random is common to both
  CHECK(plan.found.verdict.check->figure.better.mean == 1.0);
}

TEST_CASE("a newsvendor buys the critical fractile of demand") {
  const Optimised plan = optimised(newsvendor(), "[set]\n'run.paths' = 10_000\n[objective]\nmaximise = 'mean(y)'\n" +
                                                     lever_text("case.x0", 0, 100) + "[search]\nevaluations = 120\n");
  // (10 - 3)/10 = 0.7 of demand. On the draws it is their own quantile, whose standard error is
  // sqrt(0.7·0.3/10,000)·100 = 0.46; four of these, odds 6 in 100,000, and 0.5 since profit is flat there.
  CHECK(plan.lever(0) == Approx(70.0).margin(4.0 * 0.46 + 0.5));
  // Profit at q is 10·(q - q²/200) - 3q = 245 at 70 and 120 at 20, the baseline.
  const FinalCheck& check = plan.found.verdict.check.value();
  CHECK(std::fabs(check.difference.value - 125.0) < 4.0 * check.difference.standard_error + 0.3);
  CHECK(plan.problem.goal == Goal::maximise);
}

TEST_CASE("a newsvendor who fears the worst buys less") {
  // Mean of the worst 20 %: for q <= 20 all below d = 20 count: 10·E[min(q, D) | D < 20] - 3q = 10·(q - q²/40) - 3q,
  // which is greatest at 2q/40 = 0.7, q = 14.
  const Optimised plan = optimised(newsvendor(), "[set]\n'run.paths' = 10_000\n[objective]\nmaximise = 'tail80(y)'\n" +
                                                     lever_text("case.x0", 0, 100) + "[search]\nevaluations = 120\n");
  // The 0.7-quantile of the 2,000 worst: sqrt(0.21/2,000)·20 = 0.2; and the share below 20 itself moves by 0.4 %.
  CHECK(plan.lever(0) == Approx(14.0).margin(4.0 * 0.25 + 0.5));
}

TEST_CASE("a chance constraint is met with as little as it takes") {
  const std::string text =
      "[set]\n'run.paths' = 10_000\n[objective]\nminimise = 'mean(y)'\n[[constraint]]\n"
      "require = 'P(y >= 1) >= 0.8'\n" +
      lever_text("case.x0", 0, 1) + "[search]\nevaluations = 100\nmargin = ";
  // 0.8 of x1 are above 0.2, so x0 = 0.8. Standard error: sqrt(0.8·0.2/10,000) = 0.004; four, odds 6 in 100,000.
  const Optimised exact = optimised(shifted(), text + "0.0\n"), careful = optimised(shifted(), text + "3.0\n");
  CHECK(exact.found.trace.front().is_feasible());
  const auto best = [](const Optimised& plan) {
    double least = 2.0;
    for (const Evaluation& each : plan.found.trace)
      if (each.is_feasible() && each.values) least = std::fmin(least, each.values->front());
    return least;
  };
  CHECK(best(exact) == Approx(0.8).margin(0.016 + 0.003));
  CHECK(best(careful) - best(exact) == Approx(3.0 * 0.004).margin(0.004));
  REQUIRE(careful.found.verdict.check);
  CHECK(careful.found.verdict.check->chosen.holds());
}

TEST_CASE("a choice is made among the listed values, and every combination is tried if there are few") {
  const Optimised plan = optimised(bowl(),
                                   "[set]\n'run.paths' = 100\n[objective]\nminimise = 'mean(y)'\n[[lever]]\ninput = "
                                   "'case.x0'\nvalues = [1, 0.5, 2]\n"
                                   "labels = ['one', 'half', 'two']\n" +
                                       lever_text("case.x1", -1, 1, "step = 0.5") + "[search]\nevaluations = 50\n");
  CHECK(plan.found.trace.size() == 1 + 3 * 5);
  CHECK(plan.found.ending == SearchEnding::converged);
  CHECK(plan.lever(0) == 1.0);   // the second, 0.5
  CHECK(plan.lever(1) == -0.5);  // nearest to -0.4
  std::set<std::vector<double>> tried;
  for (const Evaluation& each : plan.found.trace)
    if (each.values) tried.insert(*each.values);
  CHECK(tried.size() == 15);
}

TEST_CASE("no plan is simulated twice, the baseline is the first, and the evaluations are a limit") {
  const Optimised plan =
      optimised(bowl(), "[set]\n'run.paths' = 50\n[objective]\nminimise = 'mean(y)'\n" +
                            lever_text("case.x0", -1, 2, "step = 0.1") + lever_text("case.x1", -2, 1) +
                            "[search]\nevaluations = 40\n[check]\npaths = 100\n");
  CHECK(plan.found.trace.size() == 40);
  CHECK(plan.found.ending == SearchEnding::out_of_budget);
  CHECK(!plan.found.trace.front().values);
  std::set<std::vector<double>> tried;
  for (const Evaluation& each : plan.found.trace)
    if (each.values) CHECK(tried.insert(*each.values).second);
  const auto global = std::ranges::count(plan.found.trace, Phase::global, &Evaluation::phase);
  CHECK(global == 19);  // half of the 39 that are left
  for (const Evaluation& each : plan.found.trace)
    if (each.values) CHECK(std::fabs(each.values->front() * 10.0 - std::round(each.values->front() * 10.0)) < 1e-9);
}

TEST_CASE("the search is the same for any number of threads") {
  const std::string text =
      "[set]\n'run.paths' = 3000\n[objective]\nmaximise = 'mean(y)'\n[[constraint]]\n"
      "require = 'p05(y) >= -40'\n" +
      lever_text("case.x0", 0, 100) + "[search]\nevaluations = 60\n";
  const Optimised one = optimised(newsvendor(), text, 1), two = optimised(newsvendor(), text, 2);
  REQUIRE(one.found.trace.size() == two.found.trace.size());
  for (std::size_t i = 0; i < one.found.trace.size(); ++i) {
    CHECK(one.found.trace[i].values == two.found.trace[i].values);
    CHECK(one.found.trace[i].objective == two.found.trace[i].objective);
    CHECK(one.found.trace[i].shortfalls == two.found.trace[i].shortfalls);
  }
  CHECK(one.found.verdict.check->difference.value == two.found.verdict.check->difference.value);
}

TEST_CASE("if no plan meets the requirements, the one that comes nearest is chosen, and said not to") {
  const Optimised plan = optimised(shifted(),
                                   "[set]\n'run.paths' = 1000\n[objective]\nminimise = 'mean(y)'\n"
                                   "[[constraint]]\nrequire = 'mean(y) >= 10'\n" +
                                       lever_text("case.x0", 0, 1) + "[search]\nevaluations = 60\n");
  CHECK(!plan.found.chosen().is_feasible());
  CHECK(!plan.found.verdict.check->chosen.holds());
  CHECK(plan.lever(0) == Approx(1.0).margin(0.01));
}

TEST_CASE("what cannot be simulated is in the trace with the reason, and never chosen") {
  const Optimised plan = optimised(
      shifted(),
      "[set]\n'run.paths' = 100\n[objective]\nminimise = 'mean(y)'\n[[lever]]\ninput = 'case.x1'\nvalues = ["
      "{ dist = 'uniform', min = 2, max = 1 }, { dist = 'uniform', min = 0, max = 0.5 }]\n[search]\nevaluations = 9\n");
  REQUIRE(plan.found.trace.size() == 3);
  CHECK(plan.found.trace[1].problem.find("'min' (2) is above 'max' (1)") != std::string::npos);
  CHECK(!plan.found.trace[1].is_feasible());
  CHECK(plan.lever(0) == 1.0);
}

TEST_CASE("an objective that no lever moves is said to be constant") {
  const Optimised plan = optimised(shifted(), "[set]\n'run.paths' = 100\n[objective]\nminimise = 'P(y >= -1)'\n" +
                                                  lever_text("case.x0", 0, 1) + "[search]\nevaluations = 20\n");
  CHECK(plan.found.is_objective_constant());
}

TEST_CASE("a factor multiplies a distribution and leaves it one, and a complement gets the rest") {
  const auto value = [](const std::vector<double>& x) { return x[0] * x[1] + x[2]; };
  const TestFunction function{value, {"value = 0.54", "value = 0.46", "dist = 'uniform', min = 1, max = 3"}, 0};
  const Optimised plan = optimised(function,
                                   "[set]\n'run.paths' = 2000\n[objective]\nmaximise = 'mean(y)'\n"
                                   "[[lever]]\ninput = 'case.x0'\ncomplement = 'case.x1'\nfrom = 0.1\nto = 0.9\n"
                                   "[[lever]]\nscale = 'case.x2'\nfrom = 0.5\nto = 2\n[search]\nevaluations = 150\n");
  CHECK(plan.lever(0) == Approx(0.5).margin(0.01));  // x(1 - x)
  CHECK(plan.lever(1) == Approx(2.0).margin(0.01));
  CHECK(plan.problem.levers[0].overrides(0.54) == std::vector<std::string>{"case.x0=0.54", "case.x1=0.46"});
  // Uniform on 2 … 6: of the figure, 0.25 + 4 and 4/sqrt(12).
  const FinalCheck& check = plan.found.verdict.check.value();
  CHECK(check.chosen.objective.value == Approx(4.25).margin(4.0 * check.chosen.objective.standard_error + 1e-3));
  CHECK(check.chosen.objective.standard_error == Approx(4.0 / std::sqrt(12.0 * 20'000.0)).epsilon(0.03));
}

TEST_CASE("what a reader might not expect is warned of") {
  const Optimised plan = optimised(shifted(), "[set]\n'run.paths' = 100\n[objective]\nminimise = 'mean(y)'\n" +
                                                  lever_text("case.x0", 0, 0.5) + lever_text("case.x1", 0, 1) +
                                                  "[search]\nevaluations = 5\n");
  CHECK(plan.warnings.find("the baseline's case.x0 (0.99) is outside the lever's ends") != std::string::npos);
  CHECK(plan.warnings.find("'case.x1' is uncertain in the scenario; the lever makes it a number") != std::string::npos);
}

}  // namespace groundwork
