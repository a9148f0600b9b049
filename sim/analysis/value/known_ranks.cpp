#include "sim/analysis/value/known_ranks.hpp"

#include <algorithm>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

std::vector<double> kept_on(const Results& results, int column, const std::vector<std::size_t>& paths) {
  const auto kept = std::ranges::find(results.kept_inputs, column, &KeptInput::column);
  check(kept != results.kept_inputs.end(), "KnownRanks: inputs were not kept");
  std::vector<double> values;
  values.reserve(paths.size());
  for (const std::size_t path : paths) values.push_back(kept->values[path]);
  return values;
}

Columns distinct_orders(const DecisionInput& input, std::span<const Results> results,
                        const std::vector<std::size_t>& paths) {
  Columns seen, orders;
  for (std::size_t option = 0; option < results.size(); ++option) {
    if (input.columns[option] < 0) continue;
    std::vector<double> values = kept_on(results[option], input.columns[option], paths);
    if (std::ranges::find(seen, values) != seen.end()) continue;
    std::vector<double> ranks = midranks(values);
    seen.push_back(std::move(values));
    if (std::ranges::find(orders, ranks) == orders.end()) orders.push_back(std::move(ranks));
  }
  return orders;
}

}  // namespace

KnownRanks::KnownRanks(const DecisionInputs& inputs, std::span<const Results> results,
                       const std::vector<std::size_t>& paths) {
  for (const DecisionInput& input : inputs.inputs) ranks_.push_back(distinct_orders(input, results, paths));
}

std::vector<std::span<const double>> KnownRanks::of(const Factor& factor) const {
  std::vector<std::span<const double>> known;
  for (const int input : factor.columns)
    for (const auto& ranks : ranks_[static_cast<std::size_t>(input)]) known.emplace_back(ranks);
  return known;
}

}  // namespace groundwork
