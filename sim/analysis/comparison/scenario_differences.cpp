#include "sim/analysis/comparison/scenario_differences.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace groundwork {

namespace {

bool is_input(const std::string& key) {
  constexpr std::string_view texts[] = {"title", "title_zh", "description", "description_zh"};
  return std::ranges::find(texts, key) == std::end(texts) && !key.starts_with("run.");
}

/// Calls `see(declaration, value)` for all that is set in the scenario.
template <class See>
void for_each_input(const Scenario& scenario, See&& see) {
  for (const Input& input : scenario.inputs) see(input.declaration, input.distribution.text());
  for (const Setting& setting : scenario.settings)
    if (is_input(setting.declaration.key)) see(setting.declaration, setting.text);
}

/// What a path draws, in the order of the design's dimensions.
std::vector<std::pair<std::string, std::uint32_t>> dimensions_of(const Study& study) {
  std::vector<std::pair<std::string, std::uint32_t>> names;
  for (const Input& input : study.scenario.inputs)
    if (!input.distribution.is_fixed()) names.emplace_back(input.declaration.key, 0);
  for (const Draw& draw : study.draws.draws()) names.emplace_back(draw.stream, draw.index);
  return names;
}

}  // namespace

std::vector<InputDifference> differing_inputs(const std::vector<const Scenario*>& scenarios) {
  std::vector<InputDifference> inputs;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    for_each_input(*scenarios[i], [&](const Declaration& declaration, const std::string& value) {
      const auto [place, is_new] = places.emplace(declaration.key, inputs.size());
      if (is_new) inputs.push_back({declaration.key, declaration.unit, std::vector<std::string>(scenarios.size())});
      inputs[place->second].values[i] = value;
    });
  std::erase_if(inputs, [](const InputDifference& input) {
    return std::ranges::all_of(input.values, [&](const std::string& value) { return value == input.values.front(); });
  });
  return inputs;
}

bool have_same_dimensions(const Study& one, const Study& other) { return dimensions_of(one) == dimensions_of(other); }

}  // namespace groundwork
