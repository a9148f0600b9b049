#pragma once

#include <span>

#include "models/rollout/items.hpp"
#include "models/rollout/ledgers.hpp"
#include "models/rollout/province_year.hpp"
#include "models/rollout/quarter.hpp"

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
};

/// Sets one of the year's figures, by a pointer to member.
template <class Real>
void fill_figure(const YearPage<Real>& page, const RolloutState<Real>& state, std::span<Real> by_slot,
                 Real StationYear<Real>::*figure) {
  fill_places(by_slot, page.geography, [figure, years = state.year](int p) { return years[p].*figure; });
  const std::span<Real> networks = by_slot.subspan(page.geography.first_added_slot());
  for (std::size_t k = 0; k < networks.size(); ++k) networks[k] = state.networks[k].year.*figure;
}

template <class Real>
void write_figure(const YearPage<Real>& page, const RolloutState<Real>& state, Ledger<Real>& ledger,
                  Real StationYear<Real>::*figure) {
  fill_figure(page, state, ledger.now, figure);
  ledger.write(page.out, page.year);
}

/// People covered over all people (docs/models/rollout.md, eq. 3.12).
template <class Real>
void write_coverage(const YearPage<Real>& page, const RolloutState<Real>& state, Ledger<Real>& ledger) {
  fill_figure(page, state, ledger.now, &StationYear<Real>::covered);
  const std::span<const double> per_head = page.geography.per_head;
  for (std::size_t slot = 0; slot < ledger.now.size(); ++slot)
    ledger.now[slot] *= Real(per_head[slot < per_head.size() ? slot : 0]);
  ledger.write(page.out, page.year);
}

/// `per_head` times the population; a network has its share of the market.
template <class Real>
void write_per_head(const YearPage<Real>& page, Ledger<Real>& ledger, Real per_head) {
  const std::span<const double> people = page.geography.population;
  for (std::size_t slot = 0; slot < people.size(); ++slot) ledger.now[slot] = Real(people[slot]) * per_head;
  const std::span<Real> networks = ledger.now.subspan(people.size());
  for (std::size_t k = 0; k < networks.size(); ++k)
    networks[k] = ledger.now.front() * page.in[page.setting.inputs.networks[k].market_share];
  ledger.write(page.out, page.year);
}

/// Sets the first items, which are the country's, to the sums of those behind them, which are the networks'.
template <class Real>
void add_up_networks(std::span<Real> by_item) {
  for (std::size_t item = 0; item < station_items; ++item) {
    Real sum = Real(0.0);
    for (std::size_t its = item + station_items; its < by_item.size(); its += station_items) sum += by_item[its];
    by_item[item] = sum;
  }
}

/// Cost of each item and what sharing saves of it, of the country and of each network (eq. 4.12).
template <class Real>
void write_items(const YearPage<Real>& page, const RolloutState<Real>& state, RolloutLedgers<Real>& ledgers) {
  const std::span<Real> cost = ledgers.item_cost.now, saving = ledgers.item_saving.now;
  for (int k = 0; k < page.networks(); ++k) {
    const ItemCosts<Real> costs =
        item_costs(state.networks[k].items, page.setting.inputs.cost, page.setting.sharing, page.in);
    for (int item = 0; item < station_items; ++item) {
      const int slot = (k + 1) * station_items + item;
      cost[slot] = costs[item].actual;
      saving[slot] = costs[item].alone - costs[item].actual;
    }
  }
  add_up_networks(cost);
  add_up_networks(saving);
  ledgers.item_cost.write(page.out, page.year);
  ledgers.item_saving.write(page.out, page.year);
}

/// Where the savings of one kind of cost go.
struct SavingCells {
  MetricCells saving, rate;
};

/// What is saved in a period, and its share of going alone, in every scope (eq. 4.10).
template <class Real>
void write_saving(TileOutputs<Real> out, SavingCells cells, int period, std::span<const Real> alone,
                  std::span<const Real> actual) {
  const int saving = cells.saving.at(0, period), rate = cells.rate.at(0, period);
  for (int slot = 0; slot < cells.saving.slots; ++slot) {
    out.set(saving + slot, alone[slot] - actual[slot]);
    out.set(rate + slot, Real(1.0) - actual[slot] / alone[slot]);
  }
}

/// Writes the savings of the year at hand, or in total.
template <class Real>
void write_savings(TileOutputs<Real> out, const RolloutOutputs& cells, int period, const RolloutLedgers<Real>& ledgers,
                   std::span<Real> Ledger<Real>::*column) {
  write_saving<Real>(out, {cells.capex_saving, cells.capex_saving_rate}, period, ledgers.capex_alone.*column,
                     ledgers.capex.*column);
  write_saving<Real>(out, {cells.opex_saving, cells.opex_saving_rate}, period, ledgers.opex_alone.*column,
                     ledgers.opex.*column);
}

/// Begins a new year.
template <class Real>
void open_year(RolloutState<Real>& state, int networks) {
  state.unserved_per_head = Real(0.0);
  state.quarters_run = 0;
  for (int k = 0; k < networks; ++k) {
    state.networks[k].year = {};
    state.networks[k].covered = {};
    state.networks[k].built = {};
    state.networks[k].items = {};
  }
}

/// Runs networks and provinces through the year that ends.
template <class Real>
void run_year(const RolloutSetting& setting, RolloutState<Real>& state, int year, const TileInputs<Real>& in) {
  run_networks(setting, state, in);
  run_provinces(setting, state, year);
}

/// Writes the year that ends, and begins a new one.
template <class Real>
void close_year(const YearPage<Real>& page, RolloutState<Real>& state, RolloutLedgers<Real>& ledgers) {
  write_figure<Real>(page, state, ledgers.built, &StationYear<Real>::built);
  write_figure<Real>(page, state, ledgers.capex, &StationYear<Real>::capex);
  write_figure<Real>(page, state, ledgers.capex_alone, &StationYear<Real>::capex_alone);
  write_figure<Real>(page, state, ledgers.opex, &StationYear<Real>::opex);
  write_figure<Real>(page, state, ledgers.opex_alone, &StationYear<Real>::opex_alone);
  write_figure<Real>(page, state, ledgers.energy, &StationYear<Real>::energy);
  write_figure(page, state, ledgers.stations, &StationYear<Real>::stations);
  write_figure(page, state, ledgers.cobuilt, &StationYear<Real>::cobuilt);
  write_coverage(page, state, ledgers.covered);
  write_per_head(page, ledgers.users, state.adoption);
  write_per_head(page, ledgers.unserved, state.unserved_per_head);
  write_items(page, state, ledgers);
  write_savings(page.out, page.cells, page.year, ledgers, &Ledger<Real>::now);
  open_year(state, page.networks());
}

}  // namespace groundwork
