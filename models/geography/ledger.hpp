#pragma once

#include <algorithm>
#include <span>

#include "models/geography/scopes.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// A metric's values by slot, as they come about. Outputs are written once and never read back (sim/contract/tile.hpp):
/// what is needed again is found here.
template <class Real>
struct Ledger {
  MetricCells cells;
  std::span<Real> now;    ///< Of the period at hand.
  std::span<Real> total;  ///< Of a flow, its periods up to now; empty otherwise.

  Ledger(MetricCells metric, Scratch<Real>& scratch)
      : cells(metric), now(scratch.take(metric.slots)), total(scratch.take(metric.is_flow ? metric.slots : 0)) {
    std::ranges::fill(total, Real(0.0));
  }

  /// Writes the period at hand. Of a flow it is added to the total, which is written after the last period.
  void write(TileOutputs<Real> out, int period) {
    write_row(out, cells.at(0, period), now);
    if (!cells.is_flow) return;
    for (std::size_t slot = 0; slot < total.size(); ++slot) total[slot] += now[slot];
    if (period + 2 == cells.periods) write_row(out, cells.at(0, period + 1), total);
  }

 private:
  static void write_row(TileOutputs<Real> out, int first_cell, std::span<const Real> values) {
    const int next_row = static_cast<int>(values.size());
    for (const Real value : values) {
      out.set(first_cell, value);
      out.expect(first_cell++ + next_row);
    }
  }
};

/// Doubles that the ledgers of all metrics of `table` take, for one path.
inline std::size_t ledger_reals(const OutputTable& table) {
  std::size_t reals = 0;
  for (const MetricBlock& block : table.blocks()) reals += 2 * block.scopes.size();
  return reals;
}

/// Sets provinces to `value_of(p)`, and regions and country to their sums, in the order of the provinces.
template <class Real, class ValueOf>
inline void fill_places(std::span<Real> by_slot, const GeographicScopes& geography, ValueOf&& value_of) {
  const std::span<Real> provinces = by_slot.subspan(geography.province_slot(0), geography.provinces);
  Real country = Real(0.0);
  for (int p = 0; p < geography.provinces; ++p) {
    provinces[p] = value_of(p);
    country += provinces[p];
  }
  by_slot[0] = country;
  for (int r = 0; r < geography.regions; ++r) {
    Real region = Real(0.0);
    for (const int p : geography.members[r]) region += provinces[p];
    by_slot[geography.region_slot(r)] = region;
  }
}

}  // namespace groundwork
