#include "sim/scenario/study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/random/stream.hpp"
#include "sim/scenario/correlation_groups.hpp"
#include "sim/scenario/correlation_reader.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/scenario/scenario_form.hpp"
#include "sim/scenario/settings.hpp"

namespace groundwork {

namespace {

CorrelatedPairs read_pairs(const Settings& settings, const ScenarioForm& form, Diagnostics& diagnostics) {
  if (settings.correlation == nullptr) return {};
  return read_correlations(*settings.correlation, form.inputs(), form.tree(), diagnostics);
}

/// Two names that hash to the same stream would draw the same numbers.
void refuse_shared_streams(const Study& study, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Input& input : study.scenario.inputs)
    if (!input.distribution.is_fixed()) names.push_back(input.declaration.key);
  const auto uncertain = static_cast<std::ptrdiff_t>(names.size());
  for (const Draw& draw : study.draws.draws()) {
    const bool taken = std::find(names.begin(), names.begin() + uncertain, draw.stream) != names.begin() + uncertain;
    check(!taken, "read_study: a draw has the name of an input");
    names.push_back(draw.stream);
  }
  if (const auto collision = first_collision(names))
    diagnostics.error({study.scenario.path},
                      fmt::format("'{}' and '{}' would draw the same random numbers", names[collision->first],
                                  names[collision->second]),
                      "rename one of them");
}

void refuse_impossible_design(const Study& study, const Form& form, Diagnostics& diagnostics) {
  const RunSettings& run = study.scenario.run;
  const auto varies = [](const Input& input) { return !input.distribution.is_fixed(); };
  const auto columns =
      static_cast<std::size_t>(std::ranges::count_if(study.scenario.inputs, varies)) + study.draws.draws().size();
  const std::string problem = design_problem({run.sampler, run.seed, run.paths}, columns);
  if (!problem.empty()) diagnostics.error(form.position("run.sampler"), problem);
}

}  // namespace

std::optional<Study> read_study(const ScenarioRequest& request, Model& model, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  std::vector<std::string> overrides = request.overrides;
  if (request.accept_nearest) overrides.emplace_back("run.accept_nearest_correlation=true");
  const auto layers = read_layers(request.path, overrides, diagnostics);
  if (!layers) return std::nullopt;
  ScenarioForm form(layers->root, diagnostics);
  const Settings settings = declare_settings(form);
  form.set_horizon(checked_horizon(settings, form, diagnostics));
  model.declare(form);
  form.tree().report_unknown(diagnostics);
  const CorrelatedPairs correlations = read_pairs(settings, form, diagnostics);
  const Impossible policy = settings.accept_nearest_correlation ? Impossible::take_nearest : Impossible::refuse;
  auto groups = correlation_groups(correlations.pairs, form.inputs(), policy, diagnostics);
  DrawPlan draws(static_cast<int>(form.inputs().size()));
  auto program = model.prepare(form, draws, diagnostics);
  check(program != nullptr || diagnostics.error_count() > before,
        "read_study: a model gave neither program nor reason");
  if (diagnostics.error_count() > before) return std::nullopt;

  const bool nearest = std::ranges::any_of(groups, &CorrelationGroup::is_nearest);
  const Understanding understanding{form.files(), form.inputs(), correlations, nearest};
  Study study{{settings.title, settings.description, request.path, layers->files, form.horizon(), settings.run,
               form.inputs(), form.settings(), std::move(groups), resolved_toml(*layers, overrides, understanding),
               scenario_digest(layers->root, understanding)},
              std::move(draws),
              std::move(program)};
  refuse_shared_streams(study, diagnostics);
  refuse_impossible_design(study, form, diagnostics);
  if (diagnostics.error_count() > before) return std::nullopt;
  return study;
}

}  // namespace groundwork
