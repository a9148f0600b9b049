#include "sim/cli/scenario_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>

#include "sim/report/result_folder.hpp"

namespace groundwork {

OtherChecks result_folder_check(const std::string& folder) {
  return [folder](Diagnostics& diagnostics) { check_result_folder(folder, diagnostics); };
}

void ScenarioArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  command.add_option("SCENARIO", request.path, "scenario file (TOML)")->required();
  add_changes_to(command, models);
}

void ScenarioArguments::add_changes_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  std::vector<std::string> names;
  for (const ModelEntry& entry : models) names.push_back(entry.name);
  model = names.front();
  command
      .add_option(
          "--set", request.overrides,
          "change one input, such as rollout.plan.2021=1_000_000 or\nnetwork.CT+CU.plan_share=0.5; may be repeated")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  command.add_flag("--accept-nearest-correlation", request.accept_nearest,
                   "use the nearest valid matrix if correlations contradict each other");
  command.add_option("--model", model, "model to run")->check(CLI::IsMember(names))->capture_default_str();
  command.add_flag("-q,--quiet", quiet, "print errors only");
}

std::unique_ptr<Model> ScenarioArguments::make_model(const std::vector<ModelEntry>& models) const {
  return std::ranges::find(models, model, &ModelEntry::name)->make();
}

std::optional<Study> ScenarioArguments::read(const std::vector<ModelEntry>& models, const OtherChecks& others) const {
  const std::unique_ptr<Model> instance = make_model(models);
  Diagnostics diagnostics;
  std::optional<Study> study = read_study(request, *instance, diagnostics);
  if (!study && others) others(diagnostics);
  if (diagnostics.has_errors() || !quiet) fmt::print(stderr, "{}", diagnostics.text());
  return study;
}

std::optional<Study> ScenarioArguments::read_base(const Study& study, const std::vector<ModelEntry>& models) const {
  const std::vector<std::string>& files = study.scenario.files;
  const bool changes_inputs =
      std::ranges::any_of(request.overrides, [](const std::string& override) { return !override.starts_with("run."); });
  if (files.size() == 1 && !changes_inputs) return std::nullopt;
  const std::unique_ptr<Model> instance = make_model(models);
  Diagnostics unheard;
  return read_study({files[files.size() > 1 ? 1 : 0], {}, request.accept_nearest}, *instance, unheard);
}

}  // namespace groundwork
