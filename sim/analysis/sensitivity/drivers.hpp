#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/estimate.hpp"
#include "sim/analysis/sensitivity/factors.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// What the ranks and values of one input say of a figure.
struct InputCorrelations {
  Estimate spearman, partial, standardised;
};

/// How much of a figure's uncertainty goes with a factor.
struct Driver {
  Factor factor;
  Estimate first_order;  ///< Share of the variance; of a group, without what its members do together.
  std::optional<InputCorrelations> correlations;  ///< Of single inputs.
};

/// What drives one figure, from the paths of one run.
struct FigureDrivers {
  int cell = 0;
  std::int64_t paths = 0;           ///< With a value; the others are left out.
  std::int64_t undefined = 0;       ///< Paths without.
  bool is_constant = false;         ///< The same on every path: nothing drives it, and the rest is empty.
  std::vector<Driver> singles;      ///< Every uncertain input and family of draws, in column order.
  std::vector<Driver> independent;  ///< The independent factors, largest share first.
  Estimate explained;               ///< Sum of those shares: what inputs explain one at a time.
  double r_squared = 0.0;           ///< Of the linear regression on all columns.
  double rank_r_squared = 0.0;      ///< Of that on ranks.
};

/// Every factor of a figure once: the single ones, then the groups among the independent ones.
std::vector<Driver> all_drivers(const FigureDrivers& figure);

/// Of every kept cell of `results`, which has kept_inputs and at least least_paths with a value (std::logic_error).
/// `groups` are from named_groups.
std::vector<FigureDrivers> find_drivers(const Study& study, const Results& results, const std::vector<Factor>& groups);

/// Why the drivers of a kept cell cannot be told; empty if they can.
std::string drivers_problem(const Results& results, const KeptColumn& column);

}  // namespace groundwork
