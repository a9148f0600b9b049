#include "models/rollout/inputs.hpp"

#include "models/sharing/cost_items.hpp"

namespace groundwork {

void DemandInputs::declare(Form& form) {
  form.quarter(launch, "adoption.launch", {"quarter in which 5G service began", "5G商用的季度"});
  form.quantity(
      ceiling,
      {"adoption.ceiling", "share of population", {0, 1}, {"5G users in the long run", "5G用户长期渗透率上限"}});
  form.quantity(innovation,
                {"adoption.innovation", "1/year", {1e-6, 10}, {"Bass coefficient of innovation", "Bass模型创新系数"}});
  form.quantity(imitation,
                {"adoption.imitation", "1/year", {0, 10}, {"Bass coefficient of imitation", "Bass模型模仿系数"}});
  form.quantity(gb_per_user_month, {"traffic.gb_per_user_month",
                                    "GB/month",
                                    {0, 1e5},
                                    {"traffic of a 5G user at the start", "期初5G用户月均流量（DOU）"}});
  form.quantity(growth, {"traffic.growth",
                         "1/year",
                         {-1, 3},
                         {"growth of traffic per user, continuous rate", "户均流量的增长率（连续复利）"}});
  form.quantity(busy_hour_share, {"traffic.busy_hour_share",
                                  "share of day",
                                  {0, 1},
                                  {"share of a day's traffic in the busy hour", "忙时流量占全天的比例"}});
  declare_by_geotype(form, peak_to_mean,
                     {"traffic.peak_to_mean",
                      "1",
                      {0, 100},
                      {"load of the busiest stations over the mean", "最忙基站负荷与平均负荷之比"}});
  form.quantity(
      spectral_efficiency,
      {"radio.spectral_efficiency", "bit/s/Hz", {0.01, 100}, {"downlink rate per bandwidth", "下行频谱效率"}});
  form.quantity(target_load,
                {"radio.target_load", "share", {0.01, 1}, {"load at which capacity is added", "扩容门限负荷"}});
  form.quantity(sectors, {"radio.sectors", "1", {1, 24}, {"sectors of a station", "每个基站的扇区数"}});
  form.quantity(downlink_share,
                {"radio.downlink_share", "share", {0.01, 1}, {"share of time for the downlink", "下行时隙占比"}});
}

namespace {

void declare_ramp(Form& form, Ramp& ramp, const std::string& key, const Words& meaning) {
  form.quantity(ramp.from_date, {key + ".from.0",
                                 "year",
                                 {1900, 2200},
                                 meaning + Words{": date until which it is the first value", "：保持初值直到此时间"}});
  form.quantity(ramp.from_value, {key + ".from.1", "1", {0, 1000}, meaning + Words{": first value", "：初值"}});
  form.quantity(ramp.to_date, {key + ".to.0",
                               "year",
                               {1900, 2200},
                               meaning + Words{": date from which it is the last value", "：从此时间起保持终值"}});
  form.quantity(ramp.to_value, {key + ".to.1", "1", {0, 1000}, meaning + Words{": last value", "：终值"}});
}

}  // namespace

void PlanInputs::declare(Form& form) {
  form.quantity(initial_stations,
                {"rollout.initial_stations", "stations", {0, 1e9}, {"stations on air at the start", "期初在网基站数"}});
  form.quantity(affluence_priority, {"rollout.affluence_priority",
                                     "1",
                                     {-10, 10},
                                     {"how priority follows GDP per head", "建设优先级对人均GDP的弹性"}});
  declare_by_geotype(
      form, priority,
      {"rollout.priority", "1", {0, 1e3}, {"weight of a gap when stations are shared out", "分配建设量时缺口的权重"}});
  const auto declare_year = [&](Quantity& out, int year) {
    form.quantity(out, {"rollout.plan." + std::to_string(year),
                        "stations/year",
                        {0, 1e8},
                        {"stations planned for the year, all networks", "当年计划新建基站数（全部网络合计）"}});
  };
  for (const int year : form.years("rollout.plan", {"planned stations, by year", "各年计划新建基站数"}))
    if (Quantity not_simulated; !form.horizon().contains(year)) declare_year(not_simulated, year);
  for (int year = form.horizon().first_year(); form.horizon().contains(year); ++year)
    declare_year(plan.emplace_back(), year);
  form.quantity(
      plan_factor,
      {"rollout.plan_factor", "1", {0, 100}, {"what is really done over what is planned", "实际建设量与计划之比"}});
  form.quantity(plan_factor_from,
                {"rollout.plan_factor_from",
                 "year",
                 {1900, 2200},
                 {"date from which the plan factor sets in, over a year", "计划完成系数开始生效的时间，用一年过渡"}});
  declare_by_geotype(
      form, intersite_km,
      {"rollout.intersite_km", "km", {0.01, 100}, {"distance between neighbouring stations", "相邻基站的站间距"}});
  form.quantity(depth_factor, {"rollout.depth_factor",
                               "1",
                               {0, 100},
                               {"uncertainty of the depth that is aimed at", "目标覆盖深度的不确定系数"}});
  for (int a = 0; a < geotypes; ++a) {
    const std::string name = geotype_names[static_cast<std::size_t>(a)];
    declare_ramp(form, depth[static_cast<std::size_t>(a)], "rollout.depth." + name,
                 Words{"depth aimed at, 1 = continuous outdoor coverage, ", "目标覆盖深度（1为室外连续覆盖），"} +
                     geotype_title(a));
  }
}

void CostInputs::declare(Form& form) {
  const std::vector<CostItem> items = capex_item_list();
  for (std::size_t item = 0; item < capex_items; ++item)
    form.quantity(capex[item],
                  {"rollout.cost." + items[item].name,
                   "CNY/station",
                   {0, 1e8},
                   Words{"capex of a single-operator station, ", "单家运营商基站的单站造价，"} + items[item].meaning});
  form.quantity(learning_rate, {"rollout.cost.learning_rate",
                                "1/doubling",
                                {0, 0.9},
                                {"fall of the main equipment's price with each doubling of stations",
                                 "基站数每翻一番，主设备价格的降幅（学习率）"}});
  form.quantity(learning_reference_stations,
                {"rollout.cost.learning_reference_stations",
                 "stations",
                 {1, 1e9},
                 {"stations at which rollout.cost.ran holds", "rollout.cost.ran 所对应的基站数"}});
  declare_by_geotype(
      form, geotype_factor,
      {"rollout.cost.geotype_factor", "1", {0, 100}, {"capex over that of a city station", "单站造价与城区基站之比"}});
  form.whole(
      renewal_years,
      {"rollout.cost.renewal_years", "year", {1, 100}, {"age at which main equipment is renewed", "主设备更新年限"}});
  form.quantity(power_kw,
                {"rollout.opex.power_kw", "kW", {0, 1e3}, {"power of a station at full load", "基站满载功率"}});
  form.quantity(load_factor,
                {"rollout.opex.load_factor", "1", {0, 1}, {"mean power over full power", "平均功率与满载功率之比"}});
  form.quantity(tariff_factor, {"rollout.opex.tariff_factor",
                                "1",
                                {0, 100},
                                {"price paid per kWh over the industrial tariff", "实际电价与工业电价之比"}});
  form.quantity(rent, {"rollout.opex.rent", "CNY/station/year", {0, 1e8}, {"tower and site rent", "铁塔及站址租金"}});
  form.quantity(transmission,
                {"rollout.opex.transmission", "CNY/station/year", {0, 1e8}, {"leased lines", "线路租费"}});
  form.quantity(maintenance_share, {"rollout.opex.maintenance_share",
                                    "share of capex/year",
                                    {0, 1},
                                    {"maintenance over the price of a new station", "年维护费占新站造价的比例"}});
  form.quantity(staff, {"rollout.opex.staff", "CNY/station/year", {0, 1e8}, {"staff", "人工成本"}});
  form.flag(sleep, "rollout.sleep.enabled", {"whether stations shut down at night", "基站是否夜间休眠"});
  form.quantity(energy_saving,
                {"rollout.sleep.energy_saving", "share", {0, 1}, {"energy that sleep saves", "休眠节省的电量占比"}});
  form.quantity(
      traffic_lost,
      {"rollout.sleep.traffic_lost", "share", {0, 1}, {"traffic that sleep does not serve", "休眠时未承载的流量占比"}});
}

void ConstructionInputs::declare(Form& form) {
  for (const std::string& name :
       form.names("construction.stages", {"stages of building a station", "基站建设的各个阶段"})) {
    Stage& stage = stages.emplace_back();
    stage.name = name;
    form.quantity(
        stage.weeks,
        {"construction.stages." + name + ".weeks", "week", {0, 520}, {"duration of the stage", "本阶段工期"}});
    form.texts(stage.after, "construction.stages." + name + ".after",
               {"stages that must be done before", "必须先完成的阶段"});
  }
  form.quantity(
      duration_factor,
      {"construction.duration_factor", "1", {0.01, 100}, {"uncertainty of the lead time", "建设周期的不确定系数"}});
  form.quantity(productivity_sd, {"construction.productivity_sd",
                                  "1",
                                  {0, 3},
                                  {"sd of the log of quarterly productivity", "季度施工效率对数的标准差"}});
  form.quantity(productivity_autocorrelation,
                {"construction.productivity_autocorrelation",
                 "1",
                 {-0.999, 0.999},
                 {"correlation of one quarter's productivity with the next", "相邻季度施工效率的相关系数"}});
  form.quantity(disruption_rate,
                {"construction.disruption.rate", "1/year", {0, 100}, {"disruptions a year", "每年施工中断次数"}});
  form.quantity(disruption_depth, {"construction.disruption.depth",
                                   "share of capacity",
                                   {0, 1},
                                   {"capacity that a disruption takes", "一次中断损失的施工能力占比"}});
  form.quantity(disruption_decay, {"construction.disruption.decay_quarters",
                                   "quarter",
                                   {0.01, 400},
                                   {"time in which a disruption fades to 37 %", "中断影响衰减到37%所需的时间"}});
}

void NetworkInputs::declare(Form& form) {
  const std::string prefix = "network." + name;
  for (int a = 0; a < geotypes; ++a)
    form.whole(operators[static_cast<std::size_t>(a)],
               {prefix + ".operators." + geotype_names[static_cast<std::size_t>(a)],
                "1",
                {1, 20},
                {"operators that serve the geotype", "服务该类区域的运营商数"}});
  form.quantity(market_share, {prefix + ".market_share", "share", {0, 1}, {"share of the users", "用户占比"}});
  form.quantity(plan_share, {prefix + ".plan_share",
                             "share",
                             {0, 1},
                             {"share of the plan and of the initial stations", "在建设计划和期初基站中的占比"}});
  form.quantity(bandwidth_mhz,
                {prefix + ".bandwidth_mhz", "MHz", {0.1, 1e5}, {"spectrum of one operator", "单家运营商的频谱带宽"}});
  form.quantity(initial_cobuilt_share, {prefix + ".initial_cobuilt_share",
                                        "share",
                                        {0, 1},
                                        {"initial stations that are co-built", "期初基站中共建基站的占比"}});
  form.quantity(cobuilt_share_factor, {.key = prefix + ".cobuilt_share_factor",
                                       .unit = "1",
                                       .bounds = {0, 1},
                                       .meaning = {"the network's co-built share over sharing.cobuilt_share",
                                                   "本网络共建比例与 sharing.cobuilt_share 之比"},
                                       .otherwise = 1.0});
}

void RolloutInputs::declare(Form& form) {
  demand.declare(form);
  plan.declare(form);
  cost.declare(form);
  construction.declare(form);
  for (const std::string& name : form.names(
           "network", {"networks, each of operators that plan together", "网络，每个网络由共同规划的运营商组成"})) {
    networks.emplace_back().name = name;
    networks.back().declare(form);
  }
}

}  // namespace groundwork
