#include "sim/analysis/discovery/discovery.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

/// y is one in the corner x0 > 0.6, x2 < 0.5, and zero elsewhere; x1, x3 and two draws do nothing.
TestFunction corner() {
  return {[](const std::vector<double>& x) { return x[0] > 0.6 && x[2] < 0.5 ? 1.0 : 0.0; },
          uniform_inputs(4, 0.0, 1.0), 2};
}

Discovery discover_in(const TestFunction& function, const std::string& when, std::int64_t paths = 8000,
                      const DiscoverySettings& settings = {}) {
  const Study study = read_function(function);
  Diagnostics diagnostics;
  const auto condition = parse_condition(when, study.program->outputs(), diagnostics);
  REQUIRE(condition);
  return discover(study, run_function(study, paths), {*condition}, find_variables(study, {}, diagnostics), settings);
}

}  // namespace

TEST_CASE("a corner of the inputs is found, with its shares of their distributions") {
  const Discovery found = discover_in(corner(), "y > 0.5");
  REQUIRE(found.outcome == Outcome::found);
  REQUIRE(found.boxes.size() == 1);
  const FoundBox& box = found.boxes.front();
  REQUIRE(box.restrictions.size() == 2);
  // Without x2's limit the density is one half, without x0's 0.4: x0 comes first.
  CHECK(found.variables[static_cast<std::size_t>(box.restrictions[0].limits.variable)].name == "case.x0");
  CHECK(found.variables[static_cast<std::size_t>(box.restrictions[1].limits.variable)].name == "case.x2");
  CHECK(box.restrictions[0].limits.low == Approx(0.6).margin(0.02));
  CHECK(box.restrictions[0].share.below == Approx(box.restrictions[0].limits.low).epsilon(1e-9));
  CHECK(box.restrictions[1].limits.high == Approx(0.5).margin(0.02));
  CHECK(box.restrictions[1].share.above == Approx(1.0 - box.restrictions[1].limits.high).epsilon(1e-9));
  CHECK(box.restrictions[0].quasi_p < 1e-9);
  CHECK(box.restrictions[0].held_out_p < 1e-9);
  CHECK(box.measure.coverage.value > 0.95);
  CHECK(box.measure.density.value > 0.95);
  CHECK(found.density_beyond.value < 0.02);
  // The truth is 0.2; four standard errors, falsely red once in 16,000.
  CHECK(std::fabs(found.share.value - 0.2) < 4.0 * std::sqrt(0.2 * 0.8 / 8000.0));
}

TEST_CASE("coverage, density and mass are the counts on the second half") {
  const TestFunction function{[](const std::vector<double>& x) { return x[0] + 0.5 * x[1] + 0.1 * x[3]; },
                              uniform_inputs(3, 0.0, 1.0), 2};
  const Study study = read_function(function);
  Diagnostics diagnostics;
  const Results results = run_function(study, 6000);
  const auto condition = parse_condition("y > 1", study.program->outputs(), diagnostics);
  const Discovery found = discover(study, results, {*condition}, find_variables(study, {}, diagnostics), {});
  REQUIRE(found.boxes.size() >= 1);
  const std::vector<FoundRestriction>& limits = found.boxes.front().restrictions;
  double paths = 0.0, cases = 0.0, all = 0.0;
  for (std::size_t path = 2992; path < 6000; ++path) {  // the middle, rounded down to a multiple of 16
    const bool happened = results.kept[0].values[path] > 1.0;
    const bool inside = std::ranges::all_of(limits, [&](const FoundRestriction& limit) {
      const double value = results.kept_inputs[static_cast<std::size_t>(limit.limits.variable)].values[path];
      return value >= limit.limits.low && value <= limit.limits.high;
    });
    paths += inside;
    cases += inside && happened;
    all += happened;
  }
  const BoxMeasure& measure = found.boxes.front().measure;
  CHECK(static_cast<double>(measure.held_out.paths) == paths);
  CHECK(static_cast<double>(measure.held_out.cases) == cases);
  CHECK(measure.density.value == Approx(cases / paths));
  CHECK(measure.density.standard_error == Approx(std::sqrt(cases / paths * (1.0 - cases / paths) / paths)));
  CHECK(measure.coverage.value == Approx(cases / all));
  CHECK(measure.mass.value == Approx(paths / 3008.0));
}

TEST_CASE("two corners are found one after the other") {
  const TestFunction function{[](const std::vector<double>& x) {
                                return (x[0] > 0.75 && x[1] > 0.6) || (x[0] < 0.3 && x[2] < 0.25) ? 1.0 : 0.0;
                              },
                              uniform_inputs(4, 0.0, 1.0), 0};
  const Discovery found = discover_in(function, "y >= 1", 20000);
  REQUIRE(found.boxes.size() >= 2);
  CHECK(found.boxes[0].measure.density.value > 0.9);
  CHECK(found.boxes[1].measure.density.value > 0.9);
  CHECK(found.together.coverage.value > 0.95);
  CHECK(found.together.coverage.value <= 1.0);
  CHECK(found.together.held_out.cases == found.boxes[0].measure.held_out.cases + found.boxes[1].measure.held_out.cases +
                                             (found.boxes.size() > 2 ? found.boxes[2].measure.held_out.cases : 0));
  DiscoverySettings one;
  one.most_boxes = 1;
  CHECK(discover_in(function, "y >= 1", 20000, one).boxes.size() == 1);
}

TEST_CASE("what is found on one half of pure noise is not in the other, and not called significant") {
  // y is a draw that no input knows; only the four inputs are searched. If every restriction counts as significant, the
  // last boxes of the trajectories look denser than one half where they were searched; on the other half they are not.
  // Mean of 30 seeds, within four standard errors: falsely red once in 16,000. Sees a measure that looks at paths that
  // were searched.
  const TestFunction function{[](const std::vector<double>& x) { return x[4]; }, uniform_inputs(4, 0.0, 1.0), 1};
  const Study study = read_function(function);
  Diagnostics diagnostics;
  const auto variables = find_variables(study, {"case.x0", "case.x1", "case.x2", "case.x3"}, diagnostics);
  const auto condition = parse_condition("y > 0", study.program->outputs(), diagnostics);
  DiscoverySettings anything;
  anything.choice.significance = 100.0;
  CaseCount searched, held_out;
  int significant = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Results results = run_function(study, 2000, seed);
    significant += discover(study, results, {*condition}, variables, {}).outcome == Outcome::found ? 1 : 0;
    const Discovery found = discover(study, results, {*condition}, variables, anything);
    REQUIRE(found.outcome == Outcome::found);
    const BoxMeasure& last = found.boxes.front().trajectory.back().measure;
    searched.paths += last.searched.paths;
    searched.cases += last.searched.cases;
    held_out.paths += last.held_out.paths;
    held_out.cases += last.held_out.cases;
  }
  CHECK(significant <= 2);
  const double error = 0.5 / std::sqrt(static_cast<double>(held_out.paths));
  CHECK(searched.density() > 0.5 + 8.0 * error);
  CHECK(std::fabs(held_out.density() - 0.5) < 4.0 * error);
}

TEST_CASE("never, always, too rare and without a value are answers") {
  CHECK(discover_in(corner(), "y > 2").outcome == Outcome::never);
  CHECK(discover_in(corner(), "y < 2").outcome == Outcome::always);
  CHECK(discover_in(corner(), "y > 0.5", 100).outcome == Outcome::too_rare);
  const TestFunction nothing{[](const std::vector<double>&) { return std::nan(""); }, uniform_inputs(1, 0.0, 1.0), 0};
  const Discovery none = discover_in(nothing, "y > p90", 500);
  CHECK(none.outcome == Outcome::no_value);
  CHECK(none.undefined == 500);
  CHECK(discover_in(corner(), "y > 2").share.high == Approx(1.0 - std::pow(0.025, 1.0 / 8000.0)));
  CHECK(discover_in(corner(), "y > 0.5", 1).outcome != Outcome::found);
}

TEST_CASE("paths without a value are in neither half") {
  const TestFunction function{[](const std::vector<double>& x) { return std::sqrt(x[0] - 0.25); },
                              uniform_inputs(2, 0.0, 1.0), 0};
  const Discovery found = discover_in(function, "y > 0.5", 4000);
  CHECK(found.undefined + found.searched.paths + found.held_out.paths == 4000);
  CHECK(std::fabs(static_cast<double>(found.undefined) - 1000.0) < 4.0 * std::sqrt(4000 * 0.25 * 0.75));
  REQUIRE(found.boxes.size() == 1);
  CHECK(found.boxes[0].restrictions[0].limits.low == Approx(0.5).margin(0.02));
}

TEST_CASE("variables are what is drawn at or below a prefix") {
  const Study study = read_function(corner());
  Diagnostics diagnostics;
  const auto names = [&](const std::vector<std::string>& prefixes) {
    std::vector<std::string> all;
    for (const Variable& variable : find_variables(study, prefixes, diagnostics)) all.push_back(variable.name);
    return all;
  };
  CHECK(names({}) ==
        std::vector<std::string>{"case.x0", "case.x1", "case.x2", "case.x3", "case.noise[0]", "case.noise[1]"});
  CHECK(names({"case.noise", "case.x1"}) == std::vector<std::string>{"case.x1", "case.noise[0]", "case.noise[1]"});
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(names({"case.y"}).empty());
  CHECK(diagnostics.error_count() == 1);
  names({"case", "case.noise"});  // overlap
  CHECK(diagnostics.error_count() == 2);
}

TEST_CASE("limits have their shares of continuous, discrete and normal columns") {
  TestFunction function = corner();
  function.inputs[1] = "dist = 'discrete', values = [1, 2, 3], weights = [0.2, 0.5, 0.3]";
  const Study study = read_function(function);
  Diagnostics diagnostics;
  const std::vector<Variable> variables = find_variables(study, {}, diagnostics);
  const KeptShare discrete = kept_share(study, variables[1], {1, 2.0, 2.0});
  CHECK(discrete.below == Approx(0.2));
  CHECK(discrete.above == Approx(0.3));
  CHECK(has_whole_values(study, variables[1], {1, 2.0}));
  CHECK_FALSE(has_whole_values(study, variables[0], {0, 0.5}));
  CHECK(kept_share(study, variables[4], {4, 1.0}).kept() == Approx(0.158655253931457).epsilon(1e-10));
  CHECK(kept_share(study, variables[0], {0, 0.25}).kept() == Approx(0.75));
}

}  // namespace groundwork
