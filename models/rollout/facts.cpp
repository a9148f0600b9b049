#include "models/rollout/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/graph/precedence.hpp"

namespace groundwork {

namespace {

std::vector<std::string> stage_names(const ConstructionInputs& inputs) {
  std::vector<std::string> names;
  for (const ConstructionInputs::Stage& stage : inputs.stages) names.push_back(stage.name);
  return names;
}

void number_predecessors(const ConstructionInputs& inputs, const Form& form, RolloutFacts& facts,
                         Diagnostics& diagnostics) {
  const std::vector<std::string> names = stage_names(inputs);
  for (const ConstructionInputs::Stage& stage : inputs.stages) {
    std::vector<int>& after = facts.stage_after.emplace_back();
    for (const std::string& name : stage.after) {
      const auto found = std::ranges::find(names, name);
      if (found != names.end()) {
        after.push_back(static_cast<int>(found - names.begin()));
        continue;
      }
      const std::string guess = closest(name, names);
      diagnostics.error(form.position("construction.stages." + stage.name + ".after"),
                        fmt::format("stage '{}' waits for '{}', which is not a stage", stage.name, name),
                        guess.empty() ? "stages: " + joined(names, ", ") : fmt::format("did you mean '{}'?", guess));
    }
  }
}

void order_stages(const ConstructionInputs& inputs, const Form& form, RolloutFacts& facts, Diagnostics& diagnostics) {
  const StepOrder found = order_steps(facts.stage_after);
  facts.stage_order = found.order;
  if (found.cycle.empty()) return;
  std::vector<std::string> names;
  for (const int stage : found.cycle) names.push_back(inputs.stages[static_cast<std::size_t>(stage)].name);
  names.push_back(names.front());
  diagnostics.error(form.position("construction.stages"),
                    "stages wait for each other in a circle: " + joined(names, " -> "),
                    "take one of these names out of an 'after'");
}

void check_presence(const RolloutInputs& inputs, const Form& form, Diagnostics& diagnostics) {
  if (inputs.networks.empty())
    diagnostics.error(
        form.position("network"), "there is no network",
        "add [[network]] with name, operators, market_share, plan_share, bandwidth_mhz and initial_cobuilt_share");
  if (inputs.networks.size() > max_networks)
    diagnostics.error(form.position("network"),
                      fmt::format("{} networks are more than the {} that fit", inputs.networks.size(), max_networks),
                      "put operators that plan together into one network");
  if (inputs.construction.stages.empty())
    diagnostics.error(form.position("construction.stages"), "there is no construction stage",
                      "add stages = [{ name = \"build\", weeks = 26 }]");
}

/// A warning if a share that networks divide between them adds up to something else than one.
void check_sum(const RolloutInputs& inputs, Quantity NetworkInputs::*share, const char* name, const Form& form,
               Diagnostics& diagnostics) {
  constexpr double rounding = 1e-6;
  double sum = 0.0;
  for (const NetworkInputs& network : inputs.networks) sum += form.mean(network.*share);
  if (std::fabs(sum - 1.0) > rounding)
    diagnostics.warning(form.position("network"), fmt::format("the networks' '{}' add up to {:.4g}, not 1", name, sum),
                        "change the other networks' too, if that is not meant");
}

}  // namespace

std::optional<RolloutFacts> bind_rollout(const RolloutInputs& inputs, const Form& form, DrawPlan& draws,
                                         Diagnostics& diagnostics) {
  const int errors_before = diagnostics.error_count();
  RolloutFacts facts;
  check_presence(inputs, form, diagnostics);
  number_predecessors(inputs.construction, form, facts, diagnostics);
  order_stages(inputs.construction, form, facts, diagnostics);
  if (inputs.demand.launch.date() > form.horizon().date(0) + 0.25)
    diagnostics.warning(form.position("adoption.launch"),
                        "the launch is after the first quarter: until then users come out negative",
                        "start the scenario at the launch, or launch earlier");
  if (!diagnostics.has_errors()) {
    check_sum(inputs, &NetworkInputs::plan_share, "plan_share", form, diagnostics);
    check_sum(inputs, &NetworkInputs::market_share, "market_share", form, diagnostics);
  }
  const int quarters = form.horizon().quarters();
  facts.productivity = draws.per_step("construction.productivity", quarters, DrawKind::standard_normal, 0.0);
  facts.disruption = draws.per_step("construction.disruption", quarters, DrawKind::uniform, 1.0);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return facts;
}

}  // namespace groundwork
