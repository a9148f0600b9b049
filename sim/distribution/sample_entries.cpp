#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/base/text.hpp"
#include "sim/distribution/catalogue.hpp"
#include "sim/distribution/step_law.hpp"

namespace groundwork {

namespace {

/// The law of those entries that lie within the optional bounds.
LawPointer law_within_bounds(std::vector<WeightedValue> entries, Parameters& parameters) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  parameters.require_ordered("min", "max");
  if (!parameters.good()) return nullptr;
  const double low = parameters.number_or("min", -infinity), high = parameters.number_or("max", infinity);
  std::erase_if(entries, [&](const WeightedValue& entry) { return entry.value < low || entry.value > high; });
  if (std::ranges::any_of(entries, [](const WeightedValue& entry) { return entry.weight > 0.0; }))
    return step_law(std::move(entries), parameters.text());
  parameters.problem(
      parameters.has("min") ? "min" : "max",
      fmt::format("truncation to {} to {} leaves none of the values", number_text(low), number_text(high)),
      "widen 'min' to 'max'");
  return nullptr;
}

void check_weights(Parameters& parameters) {
  const std::vector<double>& weights = parameters.weights();
  if (weights.size() != parameters.values().size())
    parameters.problem("weights",
                       fmt::format("there are {} weights for {} values", weights.size(), parameters.values().size()),
                       "give one weight for each value, in the same order, or none at all");
  double sum = 0.0;
  for (const double weight : weights) {
    if (weight < 0.0)
      parameters.problem("weights", fmt::format("weight {} is negative", number_text(weight)),
                         "weights are probabilities of any scale: 0 or more");
    sum += weight;
  }
  if (sum == 0.0) parameters.problem("weights", "all weights are 0", "give at least one value a positive weight");
  if (sum == std::numeric_limits<double>::infinity())
    parameters.problem("weights", "the weights' sum exceeds the largest number there is",
                       "divide all weights by a number");
}

std::vector<WeightedValue> with_weights(const std::vector<double>& values, const std::vector<double>& weights) {
  std::vector<WeightedValue> entries;
  for (std::size_t i = 0; i < values.size(); ++i) entries.push_back({values[i], weights.empty() ? 1.0 : weights[i]});
  return entries;
}

LawPointer make_discrete(Parameters& parameters) {
  if (!parameters.weights().empty()) check_weights(parameters);
  if (!parameters.good()) return nullptr;
  return law_within_bounds(with_weights(parameters.values(), parameters.weights()), parameters);
}

LawPointer make_empirical(Parameters& parameters) {
  if (!parameters.good()) return nullptr;
  return law_within_bounds(with_weights(parameters.values(), {}), parameters);
}

}  // namespace

std::vector<CatalogueEntry> sample_entries() {
  const ParameterFacts low{"min", false, "values below are left out"}, high{"max", false, "values above are left out"};
  return {
      {{"discrete",
        "one of several values",
        {{"values", true, "the possible values"},
         {"weights", false, "of each value, >= 0, of any scale; equal if absent"},
         low,
         high}},
       make_discrete},
      {{"empirical",
        "drawn from a sample of observations, each equally likely",
        {{"values", true, "the observations"}, low, high}},
       make_empirical},
  };
}

}  // namespace groundwork
