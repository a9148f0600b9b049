#pragma once

#include <span>
#include <vector>

#include "models/rollout/items.hpp"
#include "models/rollout/outputs.hpp"
#include "models/rollout/province_year.hpp"

namespace groundwork {

/// What a year's answers are written with.
template <class Real>
struct YearPage {
  const RolloutSetting& setting;
  const RolloutOutputs& cells;
  const GeographicScopes& geography;
  const TileInputs<Real>& in;
  TileOutputs<Real> out;
  int year = 0;

  int networks() const { return static_cast<int>(setting.inputs.networks.size()); }
  template <class ValueOf>
  void write_provinces(MetricCells metric, ValueOf&& value_of) {
    write_sums<Real>(out, metric, year, geography, value_of);
  }
  void write_network(MetricCells metric, int k, Real value) {
    out.set(metric.at(geography.first_added_slot() + k, year), value);
  }
};

/// One of the year's figures, by a pointer to member.
template <class Real>
void write_figure(YearPage<Real>& page, const RolloutState<Real>& state, const MetricCells& metric,
                  Real StationYear<Real>::*figure) {
  page.write_provinces(metric, [figure, years = state.year](int p) { return years[p].*figure; });
  for (int k = 0; k < page.networks(); ++k) page.write_network(metric, k, state.networks[k].year.*figure);
}

/// People covered over all people (docs/models/rollout.md, eq. 3.12).
template <class Real>
void write_coverage(YearPage<Real>& page, const RolloutState<Real>& state) {
  const MetricCells metric = page.cells.population_covered;
  write_figure(page, state, metric, &StationYear<Real>::covered);
  const TileOutputs<Real> out = page.out;
  const std::span<const double> per_head = page.geography.per_head;
  const int places = page.geography.first_added_slot(), first = metric.at(0, page.year);
  for (int slot = 0; slot < metric.slots; ++slot)
    out.set(first + slot, out.get(first + slot) * Real(per_head[slot < places ? slot : 0]));
}

/// `per_head` times the population; a network has its share of the market.
template <class Real>
void write_per_head(YearPage<Real>& page, const MetricCells& metric, Real per_head) {
  const std::span<const double> people = page.geography.population;
  const int first = page.geography.province_slot(0);
  page.write_provinces(metric, [=](int p) { return Real(people[first + p]) * per_head; });
  const Real all = page.out.get(metric.at(0, page.year));
  for (int k = 0; k < page.networks(); ++k)
    page.write_network(metric, k, all * page.in[page.setting.inputs.networks[k].market_share]);
}

/// Cost of each item and what sharing saves of it, of the country and of each network (eq. 4.12).
template <class Real>
void write_items(YearPage<Real>& page, const RolloutState<Real>& state) {
  const auto write = [out = page.out, cost = page.cells.item_cost, saving = page.cells.item_saving, year = page.year](
                         int first_slot, const ItemCosts<Real>& costs) {
    for (int item = 0; item < station_items; ++item) {
      out.set(cost.at(first_slot + item, year), costs[item].actual);
      out.set(saving.at(first_slot + item, year), costs[item].alone - costs[item].actual);
    }
  };
  ItemCosts<Real> country{};
  for (int k = 0; k < page.networks(); ++k) {
    const ItemCosts<Real> costs =
        item_costs(state.networks[k].items, page.setting.inputs.cost, page.setting.sharing, page.in);
    write((k + 1) * station_items, costs);
    for (int item = 0; item < station_items; ++item) {
      country[item].actual += costs[item].actual;
      country[item].alone += costs[item].alone;
    }
  }
  write(0, country);
}

/// Writes the year that ends, and begins a new one.
template <class Real>
void close_year(YearPage<Real>& page, RolloutState<Real>& state) {
  const RolloutOutputs& cells = page.cells;
  run_provinces(page.setting, state, page.year);
  write_figure<Real>(page, state, cells.stations_built, &StationYear<Real>::built);
  write_figure<Real>(page, state, cells.capex, &StationYear<Real>::capex);
  write_figure<Real>(page, state, cells.capex_alone, &StationYear<Real>::capex_alone);
  write_figure<Real>(page, state, cells.opex, &StationYear<Real>::opex);
  write_figure<Real>(page, state, cells.opex_alone, &StationYear<Real>::opex_alone);
  write_figure<Real>(page, state, cells.energy, &StationYear<Real>::energy);
  write_figure(page, state, cells.stations, &StationYear<Real>::stations);
  write_figure(page, state, cells.stations_cobuilt, &StationYear<Real>::cobuilt);
  write_coverage(page, state);
  write_per_head(page, cells.users, state.adoption);
  write_per_head(page, cells.unserved_traffic, state.unserved_per_head);
  write_items(page, state);
  state.unserved_per_head = Real(0.0);
  state.quarters_run = 0;
  for (int k = 0; k < page.networks(); ++k) {
    state.networks[k].year = {};
    state.networks[k].built = {};
    state.networks[k].items = {};
  }
}

/// Cells of what stations would cost alone, and of what they do.
struct CostCellPair {
  MetricCells alone, actual;
};

/// What is saved, and its share of going alone, in every scope and period (eq. 4.10).
template <class Real>
void write_savings(TileOutputs<Real> out, MetricCells saving, MetricCells rate, CostCellPair cost) {
  for (int i = 0; i < saving.slots * saving.periods; ++i) {
    const Real alone = out.get(cost.alone.first + i), actual = out.get(cost.actual.first + i);
    out.set(saving.first + i, alone - actual);
    out.set(rate.first + i, Real(1.0) - actual / alone);
  }
}

/// Totals over the years, and what going alone would have cost more (eq. 4.10).
template <class Real>
void close_rollout(const RolloutOutputs& cells, TileOutputs<Real> out) {
  for (const MetricCells& flow : {cells.stations_built, cells.capex, cells.capex_alone, cells.opex, cells.opex_alone,
                                  cells.energy, cells.unserved_traffic, cells.item_cost, cells.item_saving})
    write_totals(out, flow);
  write_savings(out, cells.capex_saving, cells.capex_saving_rate, {cells.capex_alone, cells.capex});
  write_savings(out, cells.opex_saving, cells.opex_saving_rate, {cells.opex_alone, cells.opex});
}

}  // namespace groundwork
