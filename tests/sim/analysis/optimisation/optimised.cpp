#include "tests/sim/analysis/optimisation/optimised.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "tests/temporary_folder.hpp"

namespace groundwork {

Optimised optimised(const TestFunction& function, const std::string& plan_text, int threads) {
  const TemporaryFolder folder;
  folder.write("case.toml", function_scenario(function));
  const std::string path = folder.write("plan.toml", "title = 'Plan'\nscenario = 'case.toml'\n" + plan_text);
  Diagnostics diagnostics;
  auto plan = read_optimisation_plan(path, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(plan);
  const ScenarioRequest request{plan->scenario, plan->overrides, false};
  const std::unique_ptr<Model> model = function_model(function);
  const auto baseline = read_study(request, *model, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(baseline);
  auto problem = bind_plan(*plan, *baseline, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(problem);
  RunOptions options;
  options.threads = threads;
  const PlanRuns runs(
      *problem, *baseline, request, [&] { return function_model(function); }, options);
  auto found = optimise(runs, {plan->search.evaluations, 0.0}, {});
  REQUIRE(found);
  return {*std::move(plan), *std::move(problem), *std::move(found), diagnostics.text()};
}

std::string lever_text(const std::string& input, double from, double to, const std::string& more) {
  return "[[lever]]\ninput = '" + input + "'\nfrom = " + std::to_string(from) + "\nto = " + std::to_string(to) + "\n" +
         more + "\n";
}

}  // namespace groundwork
