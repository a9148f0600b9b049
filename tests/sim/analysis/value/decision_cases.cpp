#include "tests/sim/analysis/value/decision_cases.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/engine/runner.hpp"
#include "sim/engine/tally.hpp"

namespace groundwork {

DecisionCase one_against_zero(const std::function<double(const std::vector<double>& x)>& value, int normals) {
  const std::vector<std::string> inputs(static_cast<std::size_t>(normals), "dist = 'normal', mean = 0, sd = 1");
  DecisionCase decision{{}, Against::zero};
  decision.studies.push_back(read_function({value, inputs, 0}));
  return decision;
}

DecisionValue value_of(const DecisionCase& decision, const RunSettings& run, const std::vector<std::string>& groups) {
  RunOptions options;
  options.threads = 2;
  options.keep_cells = {0};
  options.keep_inputs = true;
  std::vector<Results> results;
  for (const Study& study : decision.studies) results.push_back(run_paths(study, run, options));
  Decision choice{{}, Better::higher, replication_of(run.sampler)};
  for (const Results& one : results) choice.options.emplace_back(one.kept.front().values);
  const std::vector<double> zero(static_cast<std::size_t>(run.paths), 0.0);
  if (decision.against == Against::zero) choice.options.emplace_back(zero);
  const DecisionInputs inputs = decision_inputs(decision.studies);
  Diagnostics diagnostics;
  std::vector<Factor> factors = inputs.factors;
  for (const Factor& group : factors_below(inputs.factors, groups, diagnostics)) factors.push_back(group);
  REQUIRE_FALSE(diagnostics.has_errors());
  return value_of_information(choice, inputs, results, factors);
}

const FactorValue& factor_value(const DecisionValue& value, const std::string& name) {
  const auto found = std::ranges::find(value.factors, name,
                                       [](const FactorValue& of) -> const std::string& { return of.factor.name; });
  REQUIRE(found != value.factors.end());
  return *found;
}

}  // namespace groundwork
