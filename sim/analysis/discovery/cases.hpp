#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/analysis/condition.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// Numbers of paths, ascending.
using Paths = std::vector<std::uint32_t>;

/// What was drawn on every path, and whether what one looks for happened there.
struct Cases {
  std::vector<std::span<const double>> columns;  ///< By variable, then path.
  std::vector<unsigned char> happened;           ///< By path.
};

/// How many paths, and on how many of them it happened.
struct CaseCount {
  std::int64_t paths = 0, cases = 0;

  void add(const Cases& all, std::uint32_t path) {
    ++paths;
    cases += all.happened[path];
  }
  /// Share of the paths on which it happened; there must be paths.
  double density() const { return static_cast<double>(cases) / static_cast<double>(paths); }
};

CaseCount count_of(const Cases& cases, const Paths& paths);

/// Paths on which every figure has a value: those that are searched, and those that what was found is measured on.
/// The run is cut in the middle, at a multiple of 16 paths, so that each half has points of all randomisations, and
/// Sobol' points stay evenly spread.
struct Halves {
  Paths searched, held_out;
  std::int64_t undefined = 0;  ///< Paths without a value, in neither.
};

/// Which paths fulfil all of `conditions`. `results` has the figures of the conditions among its kept columns, and must
/// outlive the cases; percentiles among the conditions get their thresholds. `columns` are input columns that were
/// kept.
Cases find_cases(const Results& results, const std::vector<int>& columns, std::vector<Condition>& conditions);
Halves find_halves(const Results& results, const std::vector<Condition>& conditions);

}  // namespace groundwork
