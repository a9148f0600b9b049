#include "models/rollout/outputs.hpp"

#include "models/sharing/cost_items.hpp"
#include "models/units.hpp"

namespace groundwork {

namespace {

/// Adds metrics of the same scopes.
struct Adder {
  OutputTable& table;
  const std::vector<int>& scopes;
  const Horizon& horizon;

  MetricCells operator()(const Unit& unit, const MetricWords& words, Measure measure,
                         Better better = Better::neither) const {
    return add_metric(table, metric_in(unit, words, measure, better), scopes, horizon);
  }
};

void add_volumes(const Adder& add, RolloutOutputs& out) {
  out.stations_built =
      add(units::stations,
          {"stations_built", {"stations built", "新建基站"}, {"stations that went on air", "新开通的5G基站"}},
          Measure::flow, Better::higher);
  out.stations =
      add(units::stations,
          {"stations", {"stations on air", "在网基站"}, {"stations on air at the end of the year", "年末在网的5G基站"}},
          Measure::stock, Better::higher);
  out.stations_cobuilt = add(units::stations,
                             {"stations_cobuilt",
                              {"co-built stations", "共建共享基站"},
                              {"of these, built together by several operators", "其中由多家运营商共建的基站"}},
                             Measure::stock);
  out.population_covered =
      add(units::share,
          {"population_covered",
           {"population covered", "人口覆盖率"},
           {"share of the population that a network covers outdoors", "一个网络室外覆盖的人口占总人口的比例"}},
          Measure::stock, Better::higher);
  out.users = add(units::users, {"users", {"5G users", "5G用户"}, {"5G users at the end of the year", "年末5G用户数"}},
                  Measure::stock, Better::higher);
}

void add_costs(const Adder& add, RolloutOutputs& out) {
  out.capex = add(units::cny,
                  {"rollout_capex",
                   {"capital cost of stations", "基站资本开支"},
                   {"capital cost of stations, with renewal", "基站的资本开支，含设备更新"}},
                  Measure::flow, Better::lower);
  out.opex = add(
      units::cny,
      {"rollout_opex", {"running cost of stations", "基站运营成本"}, {"running cost of stations", "基站的运营成本"}},
      Measure::flow, Better::lower);
  out.capex_alone = add(units::cny,
                        {"rollout_capex_alone",
                         {"capital cost if built alone", "独立建设资本开支"},
                         {"the same, had each operator built alone", "假如各运营商独立建设，基站的资本开支"}},
                        Measure::flow);
  out.opex_alone = add(units::cny,
                       {"rollout_opex_alone",
                        {"running cost if built alone", "独立建设运营成本"},
                        {"the same, had each operator built alone", "假如各运营商独立建设，基站的运营成本"}},
                       Measure::flow);
  out.energy =
      add(units::kwh,
          {"rollout_energy", {"electricity of stations", "基站用电量"}, {"electricity of stations", "基站的用电量"}},
          Measure::flow, Better::lower);
  out.unserved_traffic = add(units::pb,
                             {"unserved_traffic",
                              {"traffic lost to sleep", "休眠损失流量"},
                              {"traffic not served because stations sleep at night", "因基站夜间休眠而未承载的流量"}},
                             Measure::flow, Better::lower);
}

void add_savings(const Adder& add, RolloutOutputs& out) {
  out.capex_saving = add(units::cny,
                         {"capex_saving",
                          {"capital saved by sharing", "共享节省资本开支"},
                          {"capital saved by building together", "共建共享节省的资本开支"}},
                         Measure::flow, Better::higher);
  out.opex_saving = add(units::cny,
                        {"opex_saving",
                         {"running cost saved by sharing", "共享节省运营成本"},
                         {"running cost saved by building together", "共建共享节省的运营成本"}},
                        Measure::flow, Better::higher);
  out.capex_saving_rate =
      add(units::share,
          {"capex_saving_rate",
           {"share of capital saved", "资本开支节省率"},
           {"capital saved over what going alone would cost", "节省的资本开支与独立建设资本开支之比"}},
          Measure::flow, Better::higher);
  out.opex_saving_rate =
      add(units::share,
          {"opex_saving_rate",
           {"share of running cost saved", "运营成本节省率"},
           {"running cost saved over what going alone would cost", "节省的运营成本与独立建设运营成本之比"}},
          Measure::flow, Better::higher);
}

/// The items of the country, then those of each network.
std::vector<int> add_item_scopes(OutputTable& table, const std::vector<int>& networks) {
  std::vector<int> scopes;
  for (const CostItem& item : station_item_list()) scopes.push_back(table.add_scope({item.name, item.meaning, "item"}));
  for (const int index : networks) {
    const Scope network = table.scopes()[static_cast<std::size_t>(index)];
    for (const CostItem& item : station_item_list())
      scopes.push_back(table.add_scope({network_item_name(network.name, item.name),
                                        network.title + Words{": ", "："} + item.meaning, "item", network.name}));
  }
  return scopes;
}

void add_items(const Adder& add, RolloutOutputs& out) {
  out.item_cost =
      add(units::cny,
          {"rollout_item_cost",
           {"cost of stations, by item", "基站分项成本"},
           {"capital and running cost of stations, item by item", "基站的资本开支和运营成本，按成本项分列"}},
          Measure::flow, Better::lower);
  out.item_saving = add(units::cny,
                        {"rollout_item_saving",
                         {"saved by sharing, by item", "共享分项节省"},
                         {"cost saved by building together, item by item", "共建共享节省的成本，按成本项分列"}},
                        Measure::flow, Better::higher);
}

}  // namespace

std::string network_item_name(const std::string& network, const std::string& item) { return network + "/" + item; }

std::vector<int> add_network_scopes(OutputTable& table, const std::vector<NetworkInputs>& networks) {
  std::vector<int> scopes;
  for (const NetworkInputs& network : networks)
    scopes.push_back(table.add_scope({network.name, Words::same(network.name), "network"}));
  return scopes;
}

RolloutOutputs add_rollout_outputs(OutputTable& table, const GeographicScopes& geography,
                                   const std::vector<int>& networks, const Horizon& horizon) {
  const std::vector<int> scopes = joined_scopes(geography.scopes, networks);
  const Adder add{table, scopes, horizon};
  RolloutOutputs out;
  add_volumes(add, out);
  add_costs(add, out);
  add_savings(add, out);
  add_items({table, add_item_scopes(table, networks), horizon}, out);
  return out;
}

}  // namespace groundwork
