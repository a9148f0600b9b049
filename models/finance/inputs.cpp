#include "models/finance/inputs.hpp"

#include <string>

namespace groundwork {

void FinanceInputs::declare(Form& form) {
  form.quantity(
      arpu_uplift,
      {"revenue.arpu_uplift", "CNY/user/month", {0, 1e4}, {"revenue that a 5G user adds", "每个5G用户带来的增量收入"}});
  form.quantity(
      rack_rent,
      {"revenue.rack_rent", "CNY/used rack/year", {0, 1e8}, {"revenue of a used rack", "单个上架机架的收入"}});
  form.quantity(discount_rate, {"finance.discount_rate",
                                "1/year",
                                {-0.5, 2},
                                {"real discount rate for TCO and NPV", "计算总拥有成本和净现值的实际折现率"}});
  form.quantity(inflation, {"finance.inflation",
                            "1/year",
                            {-1, 1},
                            {"rise of prices that do not learn or drift", "不随学习效应或漂移变化的价格的年涨幅"},
                            Tails::rarely_beyond});
  form.quantity(
      grid_co2,
      {"finance.grid_co2_kg_per_kwh", "kg/kWh", {0, 5}, {"CO2 of a kWh from the grid", "电网每千瓦时的二氧化碳排放"}});
  for (const int year : form.years("finance.budget", {"capital for stations, by year", "各年基站资本开支预算"})) {
    Budget budget{year, {}};
    form.quantity(budget.capex_cny, {"finance.budget." + std::to_string(year),
                                     "CNY",
                                     {0, 1e15},
                                     {"capital for stations in the year", "当年基站资本开支预算"}});
    if (form.horizon().contains(year)) budgets.push_back(budget);
  }
}

}  // namespace groundwork
