#include "sim/analysis/sensitivity/factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

/// "geography.spread.cost" of the stream "geography.spread.cost[CN-GD]".
std::string family_name(const Draw& draw) { return draw.stream.substr(0, draw.stream.find('[')); }

/// The dotted name that prefixes are compared with.
std::string base_name(const Factor& factor) { return factor.name.substr(0, factor.name.find('[')); }

bool is_below(const std::string& name, const std::string& prefix) {
  return name == prefix || (name.starts_with(prefix) && name[prefix.size()] == '.');
}

std::string without_star(const std::string& prefix) {
  return prefix.ends_with(".*") ? prefix.substr(0, prefix.size() - 2) : prefix;
}

bool contains(const Factor& factor, int column) { return std::ranges::binary_search(factor.columns, column); }

bool overlap(const Factor& a, const Factor& b) {
  return std::ranges::any_of(a.columns, [&](int column) { return contains(b, column); });
}

void join(Factor& factor, const Factor& other) {
  factor.columns.insert(factor.columns.end(), other.columns.begin(), other.columns.end());
  std::ranges::sort(factor.columns);
  factor.members.insert(factor.members.end(), other.members.begin(), other.members.end());
}

/// Every dotted prefix of the names of the factors.
std::vector<std::string> known_prefixes(const std::vector<Factor>& singles) {
  std::vector<std::string> prefixes;
  for (const Factor& factor : singles) {
    const std::string name = base_name(factor);
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
      prefixes.push_back(name.substr(0, dot));
    prefixes.push_back(name);
  }
  return prefixes;
}

Factor group_below(const std::vector<Factor>& singles, const std::string& prefix) {
  Factor group{prefix + ".*", {}, {}};
  for (const Factor& factor : singles)
    if (is_below(base_name(factor), prefix)) join(group, factor);
  return group;
}

const std::string& key(const Study& study, int column) {
  return study.scenario.inputs[static_cast<std::size_t>(column)].declaration.key;
}

void refuse_split(const Study& study, const Factor& group, Diagnostics& diagnostics) {
  for (const CorrelationGroup& correlated : study.scenario.correlations) {
    const auto is_in = [&](int column) { return contains(group, column); };
    const auto in = std::ranges::find_if(correlated.columns, is_in);
    const auto out = std::ranges::find_if_not(correlated.columns, is_in);
    if (in == correlated.columns.end() || out == correlated.columns.end()) continue;
    diagnostics.error({},
                      fmt::format("the group '{}' splits correlated inputs: it has '{}' without '{}'", group.name,
                                  key(study, *in), key(study, *out)),
                      "choose a prefix that has both or neither: correlated inputs share their effect");
  }
}

void refuse_overlap(const std::vector<Factor>& groups, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(groups[i], groups[j]))
        diagnostics.error({}, fmt::format("the groups '{}' and '{}' overlap", groups[j].name, groups[i].name),
                          "an input belongs to one group at most");
}

/// The factors that hold inputs of one correlation group, as one.
void merge_correlated(const CorrelationGroup& correlated, std::vector<Factor>& factors) {
  const auto is_in = [&](const Factor& factor) {
    return std::ranges::any_of(correlated.columns, [&](int column) { return contains(factor, column); });
  };
  const auto first = std::ranges::find_if(factors, is_in);
  if (first == factors.end()) return;
  for (auto other = std::next(first); other != factors.end();) {
    if (is_in(*other)) {
      join(*first, *other);
      other = factors.erase(other);
    } else {
      ++other;
    }
  }
  if (first->members.size() == 1) return;
  first->name = fmt::format("{} and {} correlated", first->members.front(), first->members.size() - 1);
  first->kind = FactorKind::group;
}

}  // namespace

std::vector<Factor> single_factors(const Study& study) {
  std::vector<Factor> factors;
  for (std::size_t column = 0; column < study.scenario.inputs.size(); ++column) {
    const Input& input = study.scenario.inputs[column];
    if (input.distribution.is_fixed()) continue;
    factors.push_back({input.declaration.key, {static_cast<int>(column)}, {input.declaration.key}, FactorKind::input});
  }
  const std::size_t inputs = factors.size();
  int column = study.draws.first_column();
  for (const Draw& draw : study.draws.draws()) {
    const std::string name = family_name(draw) + "[*]";
    const bool is_next = factors.size() > inputs && factors.back().name == name;
    if (!is_next) factors.push_back({name, {}, {name}, FactorKind::draws});
    factors.back().columns.push_back(column++);
  }
  return factors;
}

std::optional<Factor> factors_below(const Study& study, const std::string& prefix, Diagnostics& diagnostics) {
  const std::vector<Factor> singles = single_factors(study);
  Factor group = group_below(singles, without_star(prefix));
  if (!group.columns.empty()) return group;
  const std::string guess = closest(without_star(prefix), known_prefixes(singles));
  diagnostics.error(
      {}, fmt::format("no uncertain input is at or below '{}'", without_star(prefix)),
      guess.empty() ? "`groundwork explain SCENARIO` lists the inputs" : fmt::format("did you mean '{}'?", guess));
  return std::nullopt;
}

std::vector<Factor> named_groups(const Study& study, const std::vector<std::string>& prefixes,
                                 Diagnostics& diagnostics) {
  std::vector<Factor> groups;
  for (const std::string& prefix : prefixes) {
    std::optional<Factor> group = factors_below(study, prefix, diagnostics);
    if (!group) continue;
    refuse_split(study, *group, diagnostics);
    groups.push_back(*std::move(group));
  }
  refuse_overlap(groups, diagnostics);
  return groups;
}

std::vector<Factor> independent_factors(const Study& study, const std::vector<Factor>& groups) {
  std::vector<Factor> rest;
  for (const Factor& factor : single_factors(study))
    if (std::ranges::none_of(groups, [&](const Factor& group) { return overlap(group, factor); }))
      rest.push_back(factor);
  for (const CorrelationGroup& correlated : study.scenario.correlations) merge_correlated(correlated, rest);
  std::vector<Factor> factors = groups;
  std::ranges::move(rest, std::back_inserter(factors));
  return factors;
}

}  // namespace groundwork
