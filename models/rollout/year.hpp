#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "models/rollout/outputs.hpp"
#include "models/rollout/state.hpp"

namespace groundwork {

/// What a year's answers are written with.
template <class Real>
struct YearPage {
  const RolloutSetting& setting;
  const RolloutOutputs& cells;
  const GeographicScopes& geography;
  const TileInputs<Real>& in;
  TileOutputs<Real>& out;
  std::span<Real> values;  ///< Working memory, one a province.
  int year = 0;

  int networks() const { return static_cast<int>(setting.inputs.networks.size()); }
  void write_provinces(const MetricCells& metric) { write_sums<Real>(out, metric, year, geography, values); }
  void write_network(const MetricCells& metric, int k, Real value) {
    out.set(metric.at(geography.first_added_slot() + k, year), value);
  }
};

/// One of the flows of the year, by a pointer to member.
template <class Real>
void write_flow(YearPage<Real>& page, const RolloutState<Real>& state, const MetricCells& metric,
                Real StationFlows<Real>::*flow) {
  for (std::size_t p = 0; p < page.values.size(); ++p) page.values[p] = state.flows[p].*flow;
  page.write_provinces(metric);
  for (int k = 0; k < page.networks(); ++k) page.write_network(metric, k, state.networks[k].flows.*flow);
}

/// A stock that `count` gives for a network, a province and its initial weight.
template <class Real, class Count>
void write_stock(YearPage<Real>& page, const RolloutState<Real>& state, const MetricCells& metric, Count&& count) {
  std::ranges::fill(page.values, Real(0.0));
  for (int k = 0; k < page.networks(); ++k) {
    Real all = Real(0.0);
    for (std::size_t p = 0; p < page.values.size(); ++p) {
      const Real here = count(state.networks[k], static_cast<int>(p), state.weights[p]);
      page.values[p] += here;
      all += here;
    }
    page.write_network(metric, k, all);
  }
  page.write_provinces(metric);
}

/// Share of place i that a network's stations cover (docs/models/rollout.md, eq. 3.12).
template <class Real>
Real covered_share(const RolloutState<Real>& state, int k, int i) {
  return min(Real(1.0), state.networks[k].sites[i].on_air * state.places.covered_by_one[i]);
}

/// Population covered by the best network of each place, and by each network alone, over all population (eq. 3.12).
template <class Real>
void write_coverage(YearPage<Real>& page, const RolloutState<Real>& state) {
  const MetricCells& metric = page.cells.population_covered;
  std::array<Real, max_networks> by_network;
  by_network.fill(Real(0.0));
  for (std::size_t p = 0; p < page.values.size(); ++p) {
    page.values[p] = Real(0.0);
    for (int i = static_cast<int>(p) * geotypes; i < static_cast<int>(p + 1) * geotypes; ++i) {
      Real best = Real(0.0);
      for (int k = 0; k < page.networks(); ++k) {
        const Real covered = covered_share(state, k, i);
        by_network[k] += state.places.list[i].population * covered;
        best = max(best, covered);
      }
      page.values[p] += state.places.list[i].population * best;
    }
  }
  page.write_provinces(metric);
  const std::vector<double>& population = page.geography.population;
  for (int slot = 0; slot < page.geography.first_added_slot(); ++slot) {
    const int cell = metric.at(slot, page.year);
    page.out.set(cell, page.out.get(cell) / Real(population[slot]));
  }
  for (int k = 0; k < page.networks(); ++k) page.write_network(metric, k, by_network[k] / Real(population.front()));
}

/// `per_head` times the population; a network has its share of the market.
template <class Real>
void write_per_head(YearPage<Real>& page, const MetricCells& metric, Real per_head) {
  for (std::size_t p = 0; p < page.values.size(); ++p)
    page.values[p] = Real(page.setting.provinces.list[p].population) * per_head;
  page.write_provinces(metric);
  const Real all = page.out.get(metric.at(0, page.year));
  for (int k = 0; k < page.networks(); ++k)
    page.write_network(metric, k, all * page.in[page.setting.inputs.networks[k].market_share]);
}

/// Writes the year that ends, and begins a new one.
template <class Real>
void close_year(YearPage<Real>& page, RolloutState<Real>& state) {
  const RolloutOutputs& cells = page.cells;
  write_flow(page, state, cells.stations_built, &StationFlows<Real>::built);
  write_flow(page, state, cells.capex, &StationFlows<Real>::capex);
  write_flow(page, state, cells.capex_alone, &StationFlows<Real>::capex_alone);
  write_flow(page, state, cells.opex, &StationFlows<Real>::opex);
  write_flow(page, state, cells.opex_alone, &StationFlows<Real>::opex_alone);
  write_flow(page, state, cells.energy, &StationFlows<Real>::energy);
  write_stock(page, state, cells.stations, [](const NetworkState<Real>& network, int p, Real weight) {
    return count_stations(network, p, weight).on_air;
  });
  write_stock(page, state, cells.stations_cobuilt, count_cobuilt<Real>);
  write_coverage(page, state);
  write_per_head(page, cells.users, state.adoption);
  write_per_head(page, cells.unserved_traffic, state.unserved_per_head);
  state.unserved_per_head = Real(0.0);
  std::ranges::fill(state.flows, StationFlows<Real>{});
  for (int k = 0; k < page.networks(); ++k) state.networks[k].flows = {};
}

/// Totals over the years, and what going alone would have cost more (eq. 4.10).
template <class Real>
void close_rollout(const RolloutOutputs& cells, TileOutputs<Real>& out) {
  for (const MetricCells& flow : {cells.stations_built, cells.capex, cells.capex_alone, cells.opex, cells.opex_alone,
                                  cells.energy, cells.unserved_traffic})
    write_totals(out, flow);
  const auto saved = [](Real alone, Real actual) { return alone - actual; };
  const auto rate = [](Real alone, Real actual) { return Real(1.0) - actual / alone; };
  write_combined(out, cells.capex_saving, cells.capex_alone, cells.capex, saved);
  write_combined(out, cells.opex_saving, cells.opex_alone, cells.opex, saved);
  write_combined(out, cells.capex_saving_rate, cells.capex_alone, cells.capex, rate);
  write_combined(out, cells.opex_saving_rate, cells.opex_alone, cells.opex, rate);
}

}  // namespace groundwork
