#include "sim/analysis/value/decision_inputs.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace groundwork {

namespace {

using InputName = std::pair<std::string, std::uint32_t>;

InputName name_of(const Study& study, int column) {
  if (column < study.draws.first_column())
    return {study.scenario.inputs[static_cast<std::size_t>(column)].declaration.key, 0};
  const Draw& draw = study.draws.draws()[static_cast<std::size_t>(column - study.draws.first_column())];
  return {draw.stream, draw.index};
}

Factor& factor_named(const Factor& like, std::vector<Factor>& factors) {
  const auto found = std::ranges::find(factors, like.name, &Factor::name);
  if (found != factors.end()) return *found;
  factors.push_back({like.name, {}, like.members, like.kind});
  return factors.back();
}

}  // namespace

DecisionInputs decision_inputs(std::span<const Study> studies) {
  DecisionInputs all;
  std::map<InputName, int> places;
  for (std::size_t option = 0; option < studies.size(); ++option)
    for (const Factor& single : single_factors(studies[option])) {
      Factor& factor = factor_named(single, all.factors);
      for (const int column : single.columns) {
        const InputName name = name_of(studies[option], column);
        const auto [place, is_new] = places.emplace(name, static_cast<int>(all.inputs.size()));
        if (is_new) {
          all.inputs.push_back({name.first, name.second, std::vector<int>(studies.size(), -1)});
          factor.columns.push_back(place->second);
        }
        all.inputs[static_cast<std::size_t>(place->second)].columns[option] = column;
      }
    }
  return all;
}

}  // namespace groundwork
