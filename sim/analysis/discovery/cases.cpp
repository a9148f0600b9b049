#include "sim/analysis/discovery/cases.hpp"

#include <algorithm>
#include <cmath>

namespace groundwork {

namespace {

const std::vector<double>& values_of(const Results& results, const Condition& condition) {
  const auto found = std::ranges::find(results.kept, condition.cell, &KeptColumn::cell);
  check(found != results.kept.end(), "find_cases: the figure of a condition was not kept");
  return found->values;
}

std::span<const double> drawn(const Results& results, int column) {
  const auto found = std::ranges::find(results.kept_inputs, column, &KeptInput::column);
  check(found != results.kept_inputs.end(), "find_cases: an input was not kept");
  return found->values;
}

}  // namespace

CaseCount count_of(const Cases& cases, const Paths& paths) {
  CaseCount count;
  for (const std::uint32_t path : paths) count.add(cases, path);
  return count;
}

Cases find_cases(const Results& results, const std::vector<int>& columns, std::vector<Condition>& conditions) {
  Cases cases;
  for (const int column : columns) cases.columns.push_back(drawn(results, column));
  cases.happened.assign(static_cast<std::size_t>(results.paths), 1);
  for (Condition& condition : conditions) {
    const std::vector<double>& values = values_of(results, condition);
    condition.set_threshold(values);
    for (std::size_t path = 0; path < values.size(); ++path)
      if (!condition.holds(values[path])) cases.happened[path] = 0;
  }
  return cases;
}

Halves find_halves(const Results& results, const std::vector<Condition>& conditions) {
  const std::int64_t middle = results.paths / 2 / randomisations * randomisations;
  Halves halves;
  for (std::int64_t path = 0; path < results.paths; ++path) {
    const bool is_defined = std::ranges::all_of(conditions, [&](const Condition& condition) {
      return std::isfinite(values_of(results, condition)[static_cast<std::size_t>(path)]);
    });
    if (!is_defined)
      ++halves.undefined;
    else
      (path < middle ? halves.searched : halves.held_out).push_back(static_cast<std::uint32_t>(path));
  }
  return halves;
}

}  // namespace groundwork
