#include "sim/analysis/comparison/comparison.hpp"

#include <catch2/catch.hpp>

#include "sim/analysis/comparison/shared_figures.hpp"
#include "sim/engine/runner.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

/// The toy, and the toy with y = 1/2.
std::vector<Study> two_toys() {
  std::vector<Study> studies;
  studies.push_back(read_toy());
  studies.push_back(read_toy("", {"toy.y=0.5"}));
  return studies;
}

Results run(const Study& study, const std::vector<int>& cells, Sampler sampler) {
  RunOptions options;
  options.keep_cells = cells;
  RunSettings settings = study.scenario.run;
  settings.sampler = sampler;
  return run_paths(study, settings, options);
}

}  // namespace

TEST_CASE("scenarios share the draws of what both draw, so their difference is that of the change") {
  // x + y against x + 1/2: the difference is 1/2 - y on every path.
  const std::vector<Study> studies = two_toys();
  const ToyCells& cells = program_of(studies[0]).cells;
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs}) {
    std::vector<Results> results;
    for (const Study& study : studies) results.push_back(run(study, {cells.sum + 4, cells.y}, sampler));
    const FigureComparison sum = compare_kept(results, 0);
    CHECK(sum.metric.name == "sum");
    CHECK(sum.scope.name == "CN");
    CHECK(sum.period == "total");
    REQUIRE(sum.differences.size() == 1);
    const std::vector<double>& y = results[0].kept[1].values;
    double total = 0.0, higher = 0.0;
    for (const double value : y) {
      total += 0.5 - value;
      higher += value > 0.5 ? 1.0 : 0.0;
    }
    const auto n = static_cast<double>(y.size());
    CHECK(sum.differences[0].difference.mean == Approx(total / n).margin(1e-12));
    CHECK(sum.differences[0].better.mean == Approx(higher / n));  // lower is better
    CHECK(sum.regrets.size() == 2);
    CHECK(sum.dominance.size() == 1);
  }
}

TEST_CASE("a metric that is neither better high nor low has neither regret nor dominance") {
  const std::vector<Study> studies = two_toys();
  const int level = program_of(studies[0]).cells.level;
  std::vector<Results> results;
  for (const Study& study : studies) results.push_back(run(study, {level}, Sampler::mc));
  const FigureComparison found = compare_kept(results, 0);
  CHECK(found.regrets.empty());
  CHECK(found.dominance.empty());
  CHECK(found.differences[0].difference.maximum == 0.0);  // it depends on x alone in 2020
}

TEST_CASE("inputs that differ are found, with what each scenario says") {
  const std::vector<Study> studies = two_toys();
  const std::vector<InputDifference> inputs = differing_inputs({&studies[0].scenario, &studies[1].scenario});
  REQUIRE(inputs.size() == 1);
  CHECK(inputs[0].key == "toy.y");
  CHECK(inputs[0].unit == "1");
  CHECK(inputs[0].values == std::vector<std::string>{"uniform(min 0, max 1)", "0.5"});
  CHECK(differing_inputs({&studies.front().scenario}).empty());
}

TEST_CASE("an input that one scenario lacks is found too") {
  std::vector<Study> studies;
  studies.push_back(read_toy());
  studies.push_back(read_toy("[[extra]]\nname = \"a\"\nvalue = 3\n"));
  const std::vector<InputDifference> inputs = differing_inputs({&studies[0].scenario, &studies[1].scenario});
  REQUIRE(inputs.size() == 1);
  CHECK(inputs[0].values == std::vector<std::string>{"", "3"});
}

TEST_CASE("two scenarios have the same dimensions if they draw the same in the same order") {
  const std::vector<Study> studies = two_toys();
  CHECK(have_same_dimensions(studies[0], read_toy("", {"toy.x.max=2"})));
  CHECK_FALSE(have_same_dimensions(studies[0], studies[1]));
}

TEST_CASE("figures are found by name, once each, and by kind of scope") {
  const std::vector<Study> studies = two_toys();
  const ToyCells& cells = program_of(studies[0]).cells;
  Diagnostics diagnostics;
  const auto figures = shared_figures(studies, {"sum", "product", "sum:CN:total"}, diagnostics);
  CHECK(figures == std::vector<FigureCells>{{cells.sum + 4, cells.sum + 4}, {cells.product, cells.product}});
  CHECK(figures_by(studies, {figures[0]}, "region", diagnostics) ==
        std::vector<FigureCells>{{cells.sum + 5, cells.sum + 5}});
  CHECK(shared_figures(studies, {}, diagnostics).size() == 8);
  CHECK(diagnostics.text().empty());
}

TEST_CASE("an unknown figure or kind of scope is said with what there is") {
  const std::vector<Study> studies = two_toys();
  Diagnostics diagnostics;
  const auto figures = shared_figures(studies, {"produkt", "product"}, diagnostics);
  figures_by(studies, figures, "region", diagnostics);
  CHECK(diagnostics.error_count() == 2);
  CHECK(diagnostics.text().find("did you mean 'product'?") != std::string::npos);
  CHECK(diagnostics.text().find("--by takes: country, network") != std::string::npos);
}

}  // namespace groundwork
