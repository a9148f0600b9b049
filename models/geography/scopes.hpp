#pragma once

#include <string>
#include <vector>

#include "models/geography/provinces.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// The cells of one metric as kernels see them: slots are scopes (0 the country, then regions, provinces, and what the
/// metric adds, such as networks), periods are years and maybe a total behind them.
struct MetricCells {
  int first = -1;
  int slots = 0;
  int periods = 0;
  bool is_flow = false;  ///< The last period is the total of those before.

  int at(int slot, int period) const { return first + period * slots + slot; }
};

/// The name of the country's scope.
inline constexpr const char* country_scope = "CN";

/// Country, regions and provinces, in the order of the slots.
struct GeographicScopes {
  std::vector<int> scopes;                ///< Indices into the output table.
  std::vector<std::vector<int>> members;  ///< By region, its provinces.
  std::vector<double> population;         ///< By slot.
  std::vector<double> per_head;           ///< By slot, one over population.
  std::vector<double> gdp_share;          ///< By slot, of the country's.
  int regions = 0;
  int provinces = 0;

  int region_slot(int region) const { return 1 + region; }
  int province_slot(int province) const { return 1 + regions + province; }
  /// The slot of the first scope that a metric adds behind the geographic ones.
  int first_added_slot() const { return 1 + regions + provinces; }
};

/// Adds the scopes to `table`, the country first.
GeographicScopes add_geographic_scopes(OutputTable& table, const Provinces& provinces);

/// `scopes` and behind them `more`.
std::vector<int> joined_scopes(std::vector<int> scopes, const std::vector<int>& more);

/// Adds a metric's block, with the periods that `horizon` and its measure give.
MetricCells add_metric(OutputTable& table, const Metric& metric, const std::vector<int>& scopes,
                       const Horizon& horizon);

}  // namespace groundwork
