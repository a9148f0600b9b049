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
  Metric metric = metric_in(units::cny,
                            {"over_budget",
                             {"capital beyond the budget", "超预算资本开支"},
                             {"capital for stations beyond the year's budget", "基站资本开支超出当年预算的部分"}},
                            Measure::flow, Better::lower);
  metric.is_excess = true;
  const int block = table.add_block(metric, {country}, periods);
  return {table.block(block).first_cell, 1, static_cast<int>(periods.size()), true};
}

/// When and at which rates a business pays back.
void add_returns(OutputTable& table, const std::vector<int>& businesses, const Horizon& horizon, FinanceOutputs& out) {
  const auto add = [&](const Unit& unit, const MetricWords& words, Better better) {
    return add_metric(table, metric_in(unit, words, Measure::whole, better), businesses, horizon);
  };
  out.irr = add(units::per_year,
                {"irr",
                 {"internal rate of return", "内部收益率"},
                 {"internal rate of return of the yearly cash flow, the one closest to zero",
                  "年度现金流的内部收益率，取最接近零的一个"}},
                Better::higher);
  out.irr_lowest = add(units::per_year,
                       {"irr_lowest",
                        {"lowest internal rate of return", "最低内部收益率"},
                        {"the lowest internal rate of return", "最低的内部收益率"}},
                       Better::higher);
  out.irr_highest = add(units::per_year,
                        {"irr_highest",
                         {"highest internal rate of return", "最高内部收益率"},
                         {"the highest internal rate of return", "最高的内部收益率"}},
                        Better::higher);
  out.irr_count = add(units::count,
                      {"irr_count",
                       {"number of internal rates of return", "内部收益率个数"},
                       {"internal rates of return found between -99 % and +1,002 %; 0 = none",
                        "在 -99% 与 +1,002% 之间找到的内部收益率个数；0 表示没有"}},
                      Better::neither);
  out.payback_year = add(units::year,
                         {"payback_year",
                          {"payback year", "投资回收年份"},
                          {"year in which cash flows add up to zero", "累计现金流回正的年份"}},
                         Better::lower);
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
  out.investment =
      add(metric_in(units::cny,
                    {"investment",
                     {"investment", "新基建总投资"},
                     {"capital for stations, racks and programmes", "基站、机架和其他新基建领域的资本投入"}},
                    Measure::flow),
          joined_scopes(geography.scopes, fields));
  out.investment_share = add(metric_in(units::share,
                                       {"investment_share",
                                        {"share of investment", "投资占比"},
                                        {"the sector's share of investment", "该领域占总投资的比例"}},
                                       Measure::flow),
                             fields);
  out.co2 = add(
      metric_in(
          units::kg,
          {"co2", {"CO2 of electricity", "二氧化碳排放"}, {"CO2 of the electricity used", "用电产生的二氧化碳排放"}},
          Measure::flow, Better::lower),
      joined_scopes(geography.scopes, sectors));
  const std::vector<int> owners = joined_scopes(joined_scopes(geography.scopes, sectors), scopes.networks);
  out.tco = add(metric_in(units::cny,
                          {"tco",
                           {"total cost of ownership", "总拥有成本"},
                           {"capital and running cost, discounted", "折现后的资本开支与运营成本之和"}},
                          Measure::whole, Better::lower),
                owners);
  out.npv = add(metric_in(units::cny,
                          {"npv",
                           {"net present value", "净现值"},
                           {"revenue less capital and running cost, discounted", "折现后的收入减去资本开支和运营成本"}},
                          Measure::whole, Better::higher),
                owners);
  add_returns(table, joined_scopes({country}, sectors), horizon, out);
  out.over_budget = add_over_budget(table, country, inputs);
  return out;
}

}  // namespace groundwork
