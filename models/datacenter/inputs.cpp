#include "models/datacenter/inputs.hpp"

namespace groundwork {

namespace {

void declare_demand(DatacenterInputs& inputs, Form& form) {
  form.quantity(inputs.initial_racks,
                {"datacenter.initial_racks", "racks", {1, 1e9}, {"racks in service at the start", "期初已投产机架数"}});
  form.quantity(
      inputs.initial_utilisation,
      {"datacenter.initial_utilisation", "share", {0.001, 1}, {"of these, racks in use", "其中已上架的比例"}});
  form.quantity(inputs.growth_start,
                {"datacenter.growth_start",
                 "1/year",
                 {-1, 3},
                 {"growth of racks in use at the start, continuous rate", "期初上架机架的增长率（连续复利）"}});
  form.quantity(
      inputs.growth_end,
      {"datacenter.growth_end", "1/year", {-1, 3}, {"growth in the long run", "上架机架的长期增长率（连续复利）"}});
  form.quantity(inputs.growth_fade_years,
                {"datacenter.growth_fade_years",
                 "year",
                 {0.01, 100},
                 {"years from the first growth to the last", "增长率由期初值过渡到长期值的年数"}});
  form.quantity(
      inputs.demand_sd,
      {"datacenter.demand_sd", "1/sqrt(year)", {0, 3}, {"volatility of the log of demand", "机架需求对数的波动率"}});
  form.quantity(inputs.hot_share, {"datacenter.hot_share",
                                   "share",
                                   {0, 1},
                                   {"demand that needs a short round trip", "时延敏感（需要短往返时延）的需求占比"}});
  form.quantity(inputs.hot_latency_ms, {"datacenter.hot_latency_ms",
                                        "ms",
                                        {0, 1e4},
                                        {"longest round trip for that demand", "时延敏感需求允许的最大往返时延"}});
  form.quantity(
      inputs.switching_latency_ms,
      {"datacenter.switching_latency_ms", "ms", {0, 1e4}, {"round trip but for the fibre", "光纤传播以外的往返时延"}});
}

void declare_building(DatacenterInputs& inputs, Form& form) {
  form.quantity(inputs.utilisation_target, {"datacenter.utilisation_target",
                                            "share",
                                            {0.01, 1},
                                            {"use over racks that builders aim at", "建设方的目标上架率"}});
  form.quantity(inputs.lead_years,
                {"datacenter.lead_years", "year", {0.05, 30}, {"years from start to service", "从开工到投产的年数"}});
  form.quantity(inputs.catch_up, {"datacenter.catch_up",
                                  "1",
                                  {0, 100},
                                  {"share of a gap that is started in a quarter", "每季度开工量占缺口的比例"}});
}

void declare_cost(DatacenterInputs& inputs, Form& form) {
  form.quantity(inputs.facility_capex, {"datacenter.facility_capex",
                                        "CNY/rack",
                                        {0, 1e8},
                                        {"building, power and cooling", "机房基础设施造价（土建、供电与制冷）"}});
  form.quantity(
      inputs.it_capex,
      {"datacenter.it_capex", "CNY/rack", {0, 1e9}, {"servers of a rack at the start", "期初单机架服务器造价"}});
  form.quantity(inputs.it_price_drift,
                {"datacenter.it_price_drift",
                 "1/year",
                 {-2, 2},
                 {"rise of the servers' price, continuous rate", "服务器价格的年涨幅（连续复利）"}});
  form.quantity(inputs.it_life,
                {"datacenter.it_life", "year", {0.25, 50}, {"years until servers are replaced", "服务器更新周期"}});
  form.quantity(inputs.facility_life, {"datacenter.facility_life",
                                       "year",
                                       {1, 100},
                                       {"years over which a facility is paid off", "机房基础设施的摊销年限"}});
  form.quantity(inputs.rack_kw,
                {"datacenter.rack_kw", "kW", {0.01, 500}, {"IT power of a used rack", "上架机架的IT功率"}});
  form.quantity(inputs.tariff_factor, {"datacenter.tariff_factor",
                                       "1",
                                       {0, 100},
                                       {"price paid per kWh over the industrial tariff", "实际电价与工业电价之比"}});
  form.quantity(inputs.staff, {"datacenter.staff", "CNY/rack/year", {0, 1e7}, {"staff", "人工成本"}});
  form.quantity(inputs.maintenance_share,
                {"datacenter.maintenance_share", "share of facility capex/year", {0, 1}, {"maintenance", "维护费率"}});
  form.quantity(
      inputs.transport,
      {"datacenter.transport", "CNY/rack/km/year", {0, 1e4}, {"carrying a rack's traffic", "单机架流量的传输成本"}});
  form.quantity(inputs.siting_sensitivity, {"datacenter.siting_sensitivity",
                                            "CNY/rack/year",
                                            {10, 1e9},
                                            {"cost difference that matters to siting", "影响选址的成本差异"}});
}

void declare_pue(DatacenterInputs& inputs, Form& form) {
  form.quantity(inputs.pue_base, {"datacenter.pue.base",
                                  "1",
                                  {1, 5},
                                  {"power usage effectiveness at 0 degree C", "年均气温0℃时的电能利用效率（PUE）"}});
  form.quantity(inputs.pue_per_degree, {"datacenter.pue.per_degree",
                                        "1/degree C",
                                        {0, 1},
                                        {"rise with the yearly mean temperature", "年均气温每升高1℃的PUE增量"}});
  form.quantity(inputs.pue_floor, {"datacenter.pue.floor", "1", {1, 5}, {"best that is reached", "PUE下限"}});
  form.quantity(inputs.pue_cap, {"datacenter.pue.cap", "1", {1, 5}, {"worst that is built", "PUE上限"}});
}

void declare_attraction(DatacenterInputs& inputs, const std::vector<std::string>& regions, Form& form) {
  for (const std::string& region : regions)
    form.quantity(inputs.attraction.emplace_back(RegionAttraction{region, {}}).weight,
                  {.key = "datacenter.attraction." + region,
                   .unit = "1",
                   .bounds = {0.001, 1000},
                   .meaning = {"weight of the region's provinces as sites, beside what GDP and affluence give them",
                               "该区域省份的选址权重，与GDP和人均GDP决定的吸引力相乘"},
                   .otherwise = 1.0});
}

}  // namespace

void DatacenterInputs::declare(Form& form, const std::vector<std::string>& regions) {
  declare_demand(*this, form);
  declare_building(*this, form);
  declare_cost(*this, form);
  declare_attraction(*this, regions, form);
  declare_pue(*this, form);
}

}  // namespace groundwork
