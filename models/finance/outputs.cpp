#include "models/finance/outputs.hpp"

#include <string>

#include "models/units.hpp"

namespace groundwork {

namespace {

MetricCells add_over_budget(OutputTable& table, int country, const FinanceInputs& inputs) {
  if (inputs.budgets.empty()) return {};
  std::vector<std::string> periods;
  for (const FinanceInputs::Budget& budget : inputs.budgets) periods.push_back(std::to_string(budget.year));
  periods.emplace_back("total");
  Metric metric = metric_in(units::cny, "over_budget", "capital for stations beyond the year's budget", Measure::flow,
                            Better::lower);
  metric.is_excess = true;
  const int block = table.add_block(metric, {country}, periods);
  return {table.block(block).first_cell, 1, static_cast<int>(periods.size())};
}

}  // namespace

FinanceOutputs add_finance_outputs(OutputTable& table, const GeographicScopes& geography, const FinanceScopes& scopes,
                                   const FinanceInputs& inputs, const Horizon& horizon) {
  const std::vector<int> sectors{scopes.stations, scopes.racks};
  const std::vector<int> fields = joined_scopes(sectors, scopes.programmes);
  const int country = geography.scopes.front();
  const auto add = [&](const Metric& metric, const std::vector<int>& where) {
    return add_metric(table, metric, where, horizon);
  };
  FinanceOutputs out;
  out.investment = add(metric_in(units::cny, "investment", "capital for stations, racks and programmes", Measure::flow),
                       joined_scopes(geography.scopes, fields));
  out.investment_share =
      add(metric_in(units::share, "investment_share", "the sector's share of investment", Measure::flow), fields);
  out.co2 = add(metric_in(units::kg, "co2", "CO2 of the electricity used", Measure::flow, Better::lower),
                joined_scopes(geography.scopes, sectors));
  const std::vector<int> owners = joined_scopes(joined_scopes(geography.scopes, sectors), scopes.networks);
  out.tco =
      add(metric_in(units::cny, "tco", "capital and running cost, discounted", Measure::whole, Better::lower), owners);
  out.npv = add(
      metric_in(units::cny, "npv", "revenue less capital and running cost, discounted", Measure::whole, Better::higher),
      owners);
  const std::vector<int> businesses = joined_scopes({country}, sectors);
  out.irr =
      add(metric_in(units::per_year, "irr", "internal rate of return of the yearly cash flow, the one closest to zero",
                    Measure::whole, Better::higher),
          businesses);
  out.irr_lowest = add(
      metric_in(units::per_year, "irr_lowest", "the lowest internal rate of return", Measure::whole, Better::higher),
      businesses);
  out.irr_highest = add(
      metric_in(units::per_year, "irr_highest", "the highest internal rate of return", Measure::whole, Better::higher),
      businesses);
  out.irr_count = add(metric_in(units::count, "irr_count",
                                "internal rates of return found between -99 % and +1,002 %; 0 = none", Measure::whole),
                      businesses);
  out.payback_year = add(
      metric_in(units::year, "payback_year", "year in which cash flows add up to zero", Measure::whole, Better::lower),
      businesses);
  out.over_budget = add_over_budget(table, country, inputs);
  return out;
}

}  // namespace groundwork
