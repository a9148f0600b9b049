#pragma once

#include <span>
#include <vector>

#include "models/finance/inputs.hpp"
#include "models/geography/scopes.hpp"

namespace groundwork {

/// Where the answers on money and emissions go. Slots: country, regions, provinces, then what the comment says.
struct FinanceOutputs {
  MetricCells investment;                                             ///< Then stations, racks, programmes.
  MetricCells investment_share;                                       ///< Stations, racks, programmes only.
  MetricCells co2;                                                    ///< Then stations, racks.
  MetricCells tco, npv;                                               ///< Then stations, racks, networks.
  MetricCells irr, irr_lowest, irr_highest, irr_count, payback_year;  ///< Country, stations, racks only.
  MetricCells over_budget;  ///< Country only; periods are the budget's years and their sum. Unset without a budget.
};

/// The scopes that finance adds behind the geographic ones.
struct FinanceScopes {
  int stations = 0;
  int racks = 0;
  std::vector<int> networks;
  std::vector<int> programmes;
};

FinanceOutputs add_finance_outputs(OutputTable& table, const GeographicScopes& geography, const FinanceScopes& scopes,
                                   const FinanceInputs& inputs, const Horizon& horizon);

}  // namespace groundwork
