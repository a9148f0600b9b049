#pragma once

#include <span>
#include <vector>

#include "models/finance/outputs.hpp"
#include "models/finance/returns.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

/// The cells that finance reads; all are written before.
struct CostCells {
  MetricCells stations_capex, stations_opex, stations_energy;
  MetricCells racks_capex, racks_opex, racks_energy;
  MetricCells programmes;
};

/// What finance needs to know that is the same on every path.
struct FinanceSetting {
  const FinanceInputs& inputs;
  const FinanceOutputs& cells;
  const CostCells& costs;
  const GeographicScopes& geography;
  const Horizon& horizon;
  const RateGrid& rates;
};

/// Investment of each year and in all, and each field's share (docs/models/finance.md, eq. 6.4).
template <class Real>
void write_investment(const FinanceSetting& setting, TileOutputs<Real> out) {
  const FinanceOutputs cells = setting.cells;
  const CostCells costs = setting.costs;
  const int fields = cells.investment_share.slots;
  const int first = setting.geography.first_added_slot();
  for (int period = 0; period < cells.investment.periods; ++period) {
    for (int slot = 0; slot < first; ++slot)
      out.set(cells.investment.at(slot, period), out.get(costs.stations_capex.at(slot, period)) +
                                                     out.get(costs.racks_capex.at(slot, period)) +
                                                     out.get(costs.programmes.at(slot, period)));
    out.set(cells.investment.at(first, period), out.get(costs.stations_capex.at(0, period)));
    out.set(cells.investment.at(first + 1, period), out.get(costs.racks_capex.at(0, period)));
    for (int i = 2; i < fields; ++i)
      out.set(cells.investment.at(first + i, period), out.get(costs.programmes.at(first + i - 2, period)));
    const Real all = out.get(cells.investment.at(0, period));
    for (int i = 0; i < fields; ++i)
      out.set(cells.investment_share.at(i, period), out.get(cells.investment.at(first + i, period)) / all);
  }
}

/// CO2 of each year and in all (eq. 6.5).
template <class Real>
void write_co2(const FinanceSetting& setting, const TileInputs<Real>& in, TileOutputs<Real> out) {
  const FinanceOutputs cells = setting.cells;
  const CostCells costs = setting.costs;
  const Real kg_per_kwh = in[setting.inputs.grid_co2];
  const int first = setting.geography.first_added_slot();
  for (int period = 0; period < cells.co2.periods; ++period) {
    for (int slot = 0; slot < first; ++slot)
      out.set(cells.co2.at(slot, period), kg_per_kwh * (out.get(costs.stations_energy.at(slot, period)) +
                                                        out.get(costs.racks_energy.at(slot, period))));
    out.set(cells.co2.at(first, period), kg_per_kwh * out.get(costs.stations_energy.at(0, period)));
    out.set(cells.co2.at(first + 1, period), kg_per_kwh * out.get(costs.racks_energy.at(0, period)));
  }
}

/// Capital beyond the budget (eq. 6.8).
template <class Real>
void write_over_budget(const FinanceSetting& setting, const TileInputs<Real>& in, TileOutputs<Real> out) {
  const MetricCells& cells = setting.cells.over_budget;
  const std::vector<FinanceInputs::Budget>& budgets = setting.inputs.budgets;
  for (std::size_t i = 0; i < budgets.size(); ++i) {
    const int year = budgets[i].year - setting.horizon.first_year();
    const Real capex = out.get(setting.costs.stations_capex.at(0, year));
    out.set(cells.at(0, static_cast<int>(i)), max(capex - in[budgets[i].capex_cny], Real(0.0)));
  }
  write_totals(out, cells);
}

/// Yearly cash flows of stations, racks and both, by year, CNY.
template <class Real>
struct CashFlows {
  std::span<Real> stations, racks, both;
};

/// The country's revenue in a year, CNY.
template <class Real>
struct Revenue {
  Real stations, racks;
};

/// Notes a year's cash flow: revenue less capex and opex of the country.
template <class Real>
void note_cash(CashFlows<Real>& cash, const CostCells& costs, int year, const Revenue<Real>& revenue,
               TileOutputs<Real> out) {
  cash.stations[year] =
      revenue.stations - out.get(costs.stations_capex.at(0, year)) - out.get(costs.stations_opex.at(0, year));
  cash.racks[year] = revenue.racks - out.get(costs.racks_capex.at(0, year)) - out.get(costs.racks_opex.at(0, year));
  cash.both[year] = cash.stations[year] + cash.racks[year];
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
