#pragma once

#include <vector>

#include "sim/distribution/elementary_laws.hpp"
#include "sim/distribution/parameters.hpp"

namespace groundwork {

/// A distribution of the catalogue: what is said of it, and how it is made. `make` is given parameters whose names and
/// presence are checked; it checks the rest, and returns null if it noted a problem.
struct CatalogueEntry {
  DistributionFacts facts;
  LawPointer (*make)(Parameters& parameters);
};

const std::vector<CatalogueEntry>& catalogue_entries();

/// The parts of the catalogue, by kind: given by their bounds, continuous with optional truncation, made of values.
std::vector<CatalogueEntry> bounded_entries();
std::vector<CatalogueEntry> continuous_entries();
std::vector<CatalogueEntry> sample_entries();

}  // namespace groundwork
