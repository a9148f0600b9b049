#pragma once

#include <span>
#include <vector>

#include "models/finance/outputs.hpp"
#include "models/finance/returns.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// Costs of a period by slot, CNY and kWh. Slots: country, regions, provinces; behind them, programmes have their own.
template <class Real>
struct Costs {
  std::span<const Real> stations_capex, stations_opex, stations_energy;
  std::span<const Real> racks_capex, racks_opex, racks_energy;
  std::span<const Real> programmes;
};

/// What finance needs to know that is the same on every path.
struct FinanceSetting {
  const FinanceInputs& inputs;
  const FinanceOutputs& cells;
  const GeographicScopes& geography;
  const Horizon& horizon;
  const RateGrid& rates;
};

/// Investment of a period, and each field's share (docs/models/finance.md, eq. 6.4).
template <class Real>
void write_investment(const FinanceSetting& setting, int period, const Costs<Real>& costs, TileOutputs<Real> out) {
  const MetricCells investment = setting.cells.investment;
  const auto all_of = [&](int slot) {
    return costs.stations_capex[slot] + costs.racks_capex[slot] + costs.programmes[slot];
  };
  const int first = setting.geography.first_added_slot();
  for (int slot = 0; slot < first; ++slot) out.set(investment.at(slot, period), all_of(slot));
  const Real all = all_of(0);
  const auto write_field = [&](int field, Real invested) {
    out.set(investment.at(first + field, period), invested);
    out.set(setting.cells.investment_share.at(field, period), invested / all);
  };
  write_field(0, costs.stations_capex[0]);
  write_field(1, costs.racks_capex[0]);
  for (int i = 2; i < setting.cells.investment_share.slots; ++i) write_field(i, costs.programmes[first + i - 2]);
}

/// CO2 of a period (eq. 6.5).
template <class Real>
void write_co2(const FinanceSetting& setting, int period, const Costs<Real>& costs, const TileInputs<Real>& in,
               TileOutputs<Real> out) {
  const MetricCells co2 = setting.cells.co2;
  const Real kg_per_kwh = in[setting.inputs.grid_co2];
  const int first = setting.geography.first_added_slot();
  for (int slot = 0; slot < first; ++slot)
    out.set(co2.at(slot, period), kg_per_kwh * (costs.stations_energy[slot] + costs.racks_energy[slot]));
  out.set(co2.at(first, period), kg_per_kwh * costs.stations_energy[0]);
  out.set(co2.at(first + 1, period), kg_per_kwh * costs.racks_energy[0]);
}

/// The country's money by year, CNY.
template <class Real>
struct CashFlows {
  std::span<Real> stations, racks, both;  ///< Revenue less capital and running cost.
  std::span<Real> stations_capex;

  CashFlows(int years, Scratch<Real>& scratch)
      : stations(scratch.take(years)),
        racks(scratch.take(years)),
        both(scratch.take(years)),
        stations_capex(scratch.take(years)) {}
};

/// The country's revenue in a year, CNY.
template <class Real>
struct Revenue {
  Real stations, racks;
};

/// Notes a year's cash flow.
template <class Real>
void note_cash(CashFlows<Real>& cash, int year, const Costs<Real>& costs, const Revenue<Real>& revenue) {
  cash.stations[year] = revenue.stations - costs.stations_capex[0] - costs.stations_opex[0];
  cash.racks[year] = revenue.racks - costs.racks_capex[0] - costs.racks_opex[0];
  cash.both[year] = cash.stations[year] + cash.racks[year];
  cash.stations_capex[year] = costs.stations_capex[0];
}

/// Capital beyond the budget, by year and in all (eq. 6.8).
template <class Real>
void write_over_budget(const FinanceSetting& setting, const CashFlows<Real>& cash, const TileInputs<Real>& in,
                       TileOutputs<Real> out) {
  const MetricCells cells = setting.cells.over_budget;
  if (cells.periods == 0) return;
  Real total = Real(0.0);
  int period = 0;
  for (const FinanceInputs::Budget& budget : setting.inputs.budgets) {
    const Real capex = cash.stations_capex[budget.year - setting.horizon.first_year()];
    const Real beyond = max(capex - in[budget.capex_cny], Real(0.0));
    out.set(cells.at(0, period++), beyond);
    total += beyond;
  }
  out.set(cells.at(0, period), total);
}

/// Internal rates and payback of the country's cash flows (eq. 6.6, 6.7).
template <class Real>
void write_returns(const FinanceSetting& setting, const CashFlows<Real>& cash, TileOutputs<Real> out) {
  const FinanceOutputs& cells = setting.cells;
  int slot = 0;
  for (const std::span<const Real> flow :
       {std::span<const Real>(cash.both), std::span<const Real>(cash.stations), std::span<const Real>(cash.racks)}) {
    const InternalRates<Real> rates = internal_rates<Real>(flow, setting.rates);
    out.set(cells.irr.at(slot, 0), rates.nearest);
    out.set(cells.irr_lowest.at(slot, 0), rates.lowest);
    out.set(cells.irr_highest.at(slot, 0), rates.highest);
    out.set(cells.irr_count.at(slot, 0), rates.count);
    out.set(cells.payback_year.at(slot, 0), payback_year<Real>(flow, setting.horizon.first_year()));
    ++slot;
  }
}

}  // namespace groundwork
