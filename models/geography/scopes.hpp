#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/geography/provinces.hpp"
#include "sim/contract/outputs.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// The cells of one metric as kernels see them: slots are scopes (0 the country, then regions, provinces, and what the
/// metric adds, such as networks), periods are years and maybe a total behind them.
struct MetricCells {
  int first = -1;
  int slots = 0;
  int periods = 0;

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

/// Writes one period of the provinces, `value_of(p)`, and its sums over regions and country, in the order of the
/// provinces.
template <class Real, class ValueOf>
inline void write_sums(TileOutputs<Real> out, MetricCells cells, int period, const GeographicScopes& geography,
                       ValueOf&& value_of) {
  Real country = Real(0.0);
  const int provinces = geography.provinces, first = cells.at(geography.province_slot(0), period);
  for (int p = 0; p < provinces; ++p) {
    const Real value = value_of(p);
    out.set(first + p, value);
    out.expect(first + cells.slots + p);
    country += value;
  }
  out.set(cells.at(0, period), country);
  for (int r = 0; r < geography.regions; ++r) {
    Real region = Real(0.0);
    for (const int p : geography.members[r]) region += value_of(p);
    out.set(cells.at(geography.region_slot(r), period), region);
  }
}

/// Adds up a flow's years into the total behind them, for every slot.
template <class Real>
inline void write_totals(TileOutputs<Real> out, MetricCells cells) {
  for (int slot = 0; slot < cells.slots; ++slot) {
    Real total = Real(0.0);
    for (int year = 0; year + 1 < cells.periods; ++year) total += out.get(cells.at(slot, year));
    out.set(cells.at(slot, cells.periods - 1), total);
  }
}

/// Fills every cell of `cells` from the like-placed cells of two others.
template <class Real, class Combine>
inline void write_combined(TileOutputs<Real> out, MetricCells cells, MetricCells a, MetricCells b, Combine&& combine) {
  for (int i = 0; i < cells.slots * cells.periods; ++i)
    out.set(cells.first + i, combine(out.get(a.first + i), out.get(b.first + i)));
}

}  // namespace groundwork
