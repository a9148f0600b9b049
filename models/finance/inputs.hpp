#pragma once

#include <vector>

#include "sim/contract/form.hpp"

namespace groundwork {

/// What the scenario says under [finance] and [revenue].
struct FinanceInputs {
  /// Capital for stations in a calendar year.
  struct Budget {
    int year = 0;
    Quantity capex_cny;
  };

  Quantity discount_rate, inflation, grid_co2;
  Quantity arpu_uplift, rack_rent;
  std::vector<Budget> budgets;  ///< Those of simulated years, ascending.

  void declare(Form& form);
};

}  // namespace groundwork
