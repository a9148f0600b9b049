#include "sim/cli/compared_scenarios.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "sim/analysis/comparison/scenario_differences.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code missing;
  return one == other || fs::equivalent(one, other, missing);
}

/// Too few scenarios, or one of them twice.
void check_paths(const std::vector<std::string>& paths, Fewest fewest) {
  Diagnostics diagnostics;
  if (paths.size() < 2 && fewest == Fewest::two)
    diagnostics.error({}, "compare needs two scenarios at least, and was given one",
                      "name the baseline first, then what to compare with it");
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (std::any_of(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const std::string& earlier) { return is_same_file(earlier, paths[i]); }))
      diagnostics.error({paths[i]}, "this scenario is named twice",
                        "to compare it with a change of it, write the change in a file that extends it");
  if (diagnostics.has_errors()) throw InputError(diagnostics);
}

/// What was found of all files; what several of them share, such as a file they extend, once.
std::string text_of(const std::vector<Diagnostics>& found, bool with_warnings) {
  std::set<std::string> seen;
  std::string text;
  int errors = 0;
  for (const Diagnostics& of_one : found)
    for (const Diagnostic& diagnostic : of_one.all()) {
      const bool is_error = diagnostic.severity == Severity::error;
      if ((!is_error && !with_warnings) || !seen.insert(diagnostic.text()).second) continue;
      text += diagnostic.text();
      errors += is_error ? 1 : 0;
    }
  return errors > 1 ? text + fmt::format("{} errors\n", errors) : text;
}

std::vector<std::string> scope_names(const Study& study) {
  std::vector<std::string> names;
  for (const Scope& scope : study.program->outputs().scopes()) names.push_back(scope.name);
  std::ranges::sort(names);
  return names;
}

/// What makes two scenarios hard to compare though they can be.
void warn_of_pair(const Study& first, const Study& other, Diagnostics& warnings) {
  const Scenario& scenario = other.scenario;
  const SourcePosition position{scenario.path};
  const auto is_run_as = [](const RunSettings& one, const RunSettings& two) {
    return one.paths == two.paths && one.seed == two.seed && one.sampler == two.sampler;
  };
  if (!is_run_as(scenario.run, first.scenario.run))
    warnings.warning(position, "its paths, seed and sampler differ from the first scenario's, whose are used for all",
                     "--paths, --seed and --sampler say it for all");
  if (scenario.horizon.first != first.scenario.horizon.first || scenario.horizon.last != first.scenario.horizon.last)
    warnings.warning(position, "it simulates other years than the first scenario: totals are of different lengths");
  if (scope_names(other) != scope_names(first))
    warnings.warning(position,
                     "it has other places, networks or sectors than the first scenario: sums over them are "
                     "of different things");
  if (first.scenario.run.sampler == Sampler::sobol && !have_same_dimensions(first, other))
    warnings.warning(position,
                     "with sampler 'sobol' it does not share its draws with the first scenario, as other "
                     "inputs are uncertain; differences are right, but pairing gains less",
                     "choose --sampler mc or lhs, which pair them");
}

}  // namespace

void ComparedScenarios::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  command.add_option("SCENARIO", paths, "scenario files (TOML), the baseline first")->required();
  changes.add_changes_to(command, models);
  engine.add_to(command, changes);
}

std::vector<Study> ComparedScenarios::read(const std::vector<ModelEntry>& models, Fewest fewest,
                                           const OtherChecks& others) const {
  check_paths(paths, fewest);
  std::vector<Diagnostics> found(paths.size());
  std::vector<Study> studies;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    ScenarioRequest request = changes.request;
    request.path = paths[i];
    const std::unique_ptr<Model> model = changes.make_model(models);
    if (std::optional<Study> study = read_study(request, *model, found[i])) studies.push_back(*std::move(study));
  }
  if (studies.size() < paths.size()) {
    studies.clear();
    others(found.emplace_back());
  }
  fmt::print(stderr, "{}", text_of(found, !changes.quiet));
  return studies;
}

void warn_of_pairing(const std::vector<Study>& studies, Diagnostics& warnings) {
  for (std::size_t i = 1; i < studies.size(); ++i) warn_of_pair(studies.front(), studies[i], warnings);
}

std::vector<std::string> option_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) names.push_back(fs::path(path).stem().string());
  const std::set<std::string> distinct(names.begin(), names.end());
  return distinct.size() == names.size() ? names : paths;
}

}  // namespace groundwork
