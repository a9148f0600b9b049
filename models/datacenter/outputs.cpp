#include "models/datacenter/outputs.hpp"

#include "models/units.hpp"

namespace groundwork {

namespace {

/// From each region to each, the target fastest.
std::vector<int> add_flow_scopes(OutputTable& table, const GeographicScopes& geography) {
  std::vector<int> scopes;
  const auto region = [&](int index) { return table.scopes()[geography.scopes[geography.region_slot(index)]]; };
  for (int i = 0; i < geography.regions; ++i)
    for (int j = 0; j < geography.regions; ++j) {
      const Scope from = region(i), to = region(j);
      scopes.push_back(table.add_scope({rack_flow_name(from.name, to.name),
                                        {from.title.en + " to " + to.title.en, from.title.zh + "至" + to.title.zh},
                                        "flow"}));
    }
  return scopes;
}

std::vector<int> add_item_scopes(OutputTable& table) {
  std::vector<int> scopes;
  for (const CostItem& item : rack_item_list()) scopes.push_back(table.add_scope({item.name, item.meaning, "item"}));
  return scopes;
}

}  // namespace

std::vector<CostItem> rack_item_list() {
  return {{"rack-facility", {"building, power and cooling", "机房基础设施"}},
          {"rack-servers", {"servers and their replacement", "服务器及其更新"}},
          {"rack-electricity", {"electricity of racks", "机架电费"}},
          {"rack-upkeep", {"staff and maintenance of racks", "机架人工与维护"}}};
}

std::string rack_flow_name(const std::string& from, const std::string& to) { return from + "-to-" + to; }

DatacenterOutputs add_datacenter_outputs(OutputTable& table, const GeographicScopes& geography,
                                         const Horizon& horizon) {
  const auto add = [&](const Unit& unit, const MetricWords& words, Measure measure, Better better = Better::neither) {
    return add_metric(table, metric_in(unit, words, measure, better), geography.scopes, horizon);
  };
  DatacenterOutputs out;
  out.racks_built =
      add(units::racks, {"racks_built", {"racks built", "新建机架"}, {"racks that went into service", "新投产的机架"}},
          Measure::flow);
  out.racks =
      add(units::racks,
          {"racks", {"racks in service", "投产机架"}, {"racks in service at the end of the year", "年末已投产的机架"}},
          Measure::stock);
  out.racks_used = add(units::racks,
                       {"racks_used", {"racks in use", "上架机架"}, {"of these, racks in use", "其中已上架使用的机架"}},
                       Measure::stock);
  out.utilisation = add(units::share,
                        {"rack_utilisation",
                         {"rack utilisation", "机架上架率"},
                         {"racks in use over racks in service", "上架机架与投产机架之比"}},
                        Measure::stock);
  out.capex = add(units::cny,
                  {"datacenter_capex",
                   {"capital cost of racks", "数据中心资本开支"},
                   {"capital cost of racks, with servers and their replacement", "机架的资本开支，含服务器及其更新"}},
                  Measure::flow, Better::lower);
  out.opex = add(
      units::cny,
      {"datacenter_opex", {"running cost of racks", "数据中心运营成本"}, {"running cost of racks", "机架的运营成本"}},
      Measure::flow, Better::lower);
  out.energy = add(units::kwh,
                   {"datacenter_energy",
                    {"electricity of racks", "数据中心用电量"},
                    {"electricity of racks, with cooling", "机架的用电量，含制冷"}},
                   Measure::flow, Better::lower);
  out.rack_flow = add_metric(table,
                             metric_in(units::racks,
                                       {"rack_flow",
                                        {"racks in use, from region to region", "机架负载的区域流向"},
                                        {"racks in use in one region for load that comes from another, or its own",
                                         "某区域为其他区域或本区域负载提供的上架机架"}},
                                       Measure::stock),
                             add_flow_scopes(table, geography), horizon);
  out.item_cost = add_metric(
      table,
      metric_in(units::cny,
                {"datacenter_item_cost",
                 {"cost of racks, by item", "机架分项成本"},
                 {"capital and running cost of racks, item by item", "机架的资本开支和运营成本，按成本项分列"}},
                Measure::flow, Better::lower),
      add_item_scopes(table), horizon);
  return out;
}

}  // namespace groundwork
