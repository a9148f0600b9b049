#include "sim/distribution/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/distribution/law.hpp"

namespace groundwork {

namespace {

void note_unknown(const DistributionSpec& spec, std::vector<ParameterProblem>& problems) {
  std::vector<std::string> names;
  for (const CatalogueEntry& entry : catalogue_entries()) names.push_back(entry.facts.name);
  const std::string meant = closest(spec.dist, names);
  problems.push_back({"dist", fmt::format("unknown distribution '{}'", shortened(spec.dist, 60)),
                      (meant.empty() ? "" : fmt::format("did you mean '{}'? ", meant)) +
                          fmt::format("there are {}", joined(names, ", "))});
}

/// Whether every value that can be drawn, and the moments, fit into a double.
bool is_representable(const Distribution::Law& law) {
  constexpr double first = 0x1p-53;
  for (const double number : {law.mean(), law.sd(), law.quantile(first), law.quantile(1.0 - first)})
    if (!std::isfinite(number)) return false;
  return true;
}

}  // namespace

const std::vector<CatalogueEntry>& catalogue_entries() {
  static const std::vector<CatalogueEntry> entries = [] {
    std::vector<CatalogueEntry> all = bounded_entries();
    for (const auto& part : {continuous_entries(), sample_entries()}) all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return entries;
}

const std::vector<DistributionFacts>& distribution_catalogue() {
  static const std::vector<DistributionFacts> facts = [] {
    std::vector<DistributionFacts> all;
    for (const CatalogueEntry& entry : catalogue_entries()) all.push_back(entry.facts);
    return all;
  }();
  return facts;
}

std::optional<Distribution> make_distribution(const DistributionSpec& spec, std::vector<ParameterProblem>& problems) {
  const std::vector<CatalogueEntry>& entries = catalogue_entries();
  const auto entry = std::ranges::find(entries, spec.dist, [](const CatalogueEntry& e) { return e.facts.name; });
  if (entry == entries.end()) {
    note_unknown(spec, problems);
    return std::nullopt;
  }
  Parameters parameters(spec, entry->facts, problems);
  const LawPointer law = entry->make(parameters);
  if (law != nullptr && !is_representable(*law))
    parameters.problem("", fmt::format("{} spreads beyond the largest number there is", law->text()),
                       "its spread or its bounds are far too large");
  if (law == nullptr || !parameters.good()) return std::nullopt;
  return Distribution(law);
}

}  // namespace groundwork
