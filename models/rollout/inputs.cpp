#include "models/rollout/inputs.hpp"

namespace groundwork {

void DemandInputs::declare(Form& form) {
  form.quarter(launch, "adoption.launch", "quarter in which 5G service began");
  form.quantity(ceiling, {"adoption.ceiling", "share of population", {0, 1}, "5G users in the long run"});
  form.quantity(innovation, {"adoption.innovation", "1/year", {1e-6, 10}, "Bass coefficient of innovation"});
  form.quantity(imitation, {"adoption.imitation", "1/year", {0, 10}, "Bass coefficient of imitation"});
  form.quantity(gb_per_user_month,
                {"traffic.gb_per_user_month", "GB/month", {0, 1e5}, "traffic of a 5G user at the start"});
  form.quantity(growth, {"traffic.growth", "1/year", {-1, 3}, "growth of traffic per user, continuous rate"});
  form.quantity(busy_hour_share,
                {"traffic.busy_hour_share", "share of day", {0, 1}, "share of a day's traffic in the busy hour"});
  declare_by_geotype(form, peak_to_mean,
                     {"traffic.peak_to_mean", "1", {0, 100}, "load of the busiest stations over the mean"});
  form.quantity(spectral_efficiency,
                {"radio.spectral_efficiency", "bit/s/Hz", {0.01, 100}, "downlink rate per bandwidth"});
  form.quantity(target_load, {"radio.target_load", "share", {0.01, 1}, "load at which capacity is added"});
  form.quantity(sectors, {"radio.sectors", "1", {1, 24}, "sectors of a station"});
  form.quantity(downlink_share, {"radio.downlink_share", "share", {0.01, 1}, "share of time for the downlink"});
}

namespace {

void declare_ramp(Form& form, Ramp& ramp, const std::string& key, const std::string& meaning) {
  form.quantity(ramp.from_date,
                {key + ".from.0", "year", {1900, 2200}, meaning + ": date until which it is the first value"});
  form.quantity(ramp.from_value, {key + ".from.1", "1", {0, 1000}, meaning + ": first value"});
  form.quantity(ramp.to_date,
                {key + ".to.0", "year", {1900, 2200}, meaning + ": date from which it is the last value"});
  form.quantity(ramp.to_value, {key + ".to.1", "1", {0, 1000}, meaning + ": last value"});
}

}  // namespace

void PlanInputs::declare(Form& form) {
  form.quantity(initial_stations, {"rollout.initial_stations", "stations", {0, 1e9}, "stations on air at the start"});
  form.quantity(affluence_priority,
                {"rollout.affluence_priority", "1", {-10, 10}, "how priority follows GDP per head"});
  declare_by_geotype(form, priority,
                     {"rollout.priority", "1", {0, 1e3}, "weight of a gap when stations are shared out"});
  const auto declare_year = [&](Quantity& out, int year) {
    form.quantity(out, {"rollout.plan." + std::to_string(year),
                        "stations/year",
                        {0, 1e8},
                        "stations planned for the year, all networks"});
  };
  for (const int year : form.years("rollout.plan", "planned stations, by year"))
    if (Quantity not_simulated; !form.horizon().contains(year)) declare_year(not_simulated, year);
  for (int year = form.horizon().first_year(); form.horizon().contains(year); ++year)
    declare_year(plan.emplace_back(), year);
  form.quantity(plan_factor, {"rollout.plan_factor", "1", {0, 100}, "what is really done over what is planned"});
  form.quantity(
      plan_factor_from,
      {"rollout.plan_factor_from", "year", {1900, 2200}, "date from which the plan factor sets in, over a year"});
  declare_by_geotype(form, intersite_km,
                     {"rollout.intersite_km", "km", {0.01, 100}, "distance between neighbouring stations"});
  form.quantity(depth_factor, {"rollout.depth_factor", "1", {0, 100}, "uncertainty of the depth that is aimed at"});
  for (int a = 0; a < geotypes; ++a) {
    const std::string name = geotype_names[static_cast<std::size_t>(a)];
    declare_ramp(form, depth[static_cast<std::size_t>(a)], "rollout.depth." + name,
                 "depth aimed at, 1 = continuous outdoor coverage, " + name);
  }
}

void CostInputs::declare(Form& form) {
  for (std::size_t item = 0; item < capex_items; ++item)
    form.quantity(capex[item], {std::string("rollout.cost.") + capex_item_list[item].name,
                                "CNY/station",
                                {0, 1e8},
                                std::string("capex of a single-operator station, ") + capex_item_list[item].meaning});
  form.quantity(learning_rate, {"rollout.cost.learning_rate",
                                "1/doubling",
                                {0, 0.9},
                                "fall of the main equipment's price with each doubling of stations"});
  form.quantity(
      learning_reference_stations,
      {"rollout.cost.learning_reference_stations", "stations", {1, 1e9}, "stations at which rollout.cost.ran holds"});
  declare_by_geotype(form, geotype_factor,
                     {"rollout.cost.geotype_factor", "1", {0, 100}, "capex over that of a city station"});
  form.whole(renewal_years, {"rollout.cost.renewal_years", "year", {1, 100}, "age at which main equipment is renewed"});
  form.quantity(power_kw, {"rollout.opex.power_kw", "kW", {0, 1e3}, "power of a station at full load"});
  form.quantity(load_factor, {"rollout.opex.load_factor", "1", {0, 1}, "mean power over full power"});
  form.quantity(tariff_factor,
                {"rollout.opex.tariff_factor", "1", {0, 100}, "price paid per kWh over the industrial tariff"});
  form.quantity(rent, {"rollout.opex.rent", "CNY/station/year", {0, 1e8}, "tower and site rent"});
  form.quantity(transmission, {"rollout.opex.transmission", "CNY/station/year", {0, 1e8}, "leased lines"});
  form.quantity(
      maintenance_share,
      {"rollout.opex.maintenance_share", "share of capex/year", {0, 1}, "maintenance over the price of a new station"});
  form.quantity(staff, {"rollout.opex.staff", "CNY/station/year", {0, 1e8}, "staff"});
  form.flag(sleep, "rollout.sleep.enabled", "whether stations shut down at night");
  form.quantity(energy_saving, {"rollout.sleep.energy_saving", "share", {0, 1}, "energy that sleep saves"});
  form.quantity(traffic_lost, {"rollout.sleep.traffic_lost", "share", {0, 1}, "traffic that sleep does not serve"});
}

void ConstructionInputs::declare(Form& form) {
  for (const std::string& name : form.names("construction.stages", "stages of building a station")) {
    Stage& stage = stages.emplace_back();
    stage.name = name;
    form.quantity(stage.weeks, {"construction.stages." + name + ".weeks", "week", {0, 520}, "duration of the stage"});
    form.texts(stage.after, "construction.stages." + name + ".after", "stages that must be done before");
  }
  form.quantity(duration_factor, {"construction.duration_factor", "1", {0.01, 100}, "uncertainty of the lead time"});
  form.quantity(productivity_sd,
                {"construction.productivity_sd", "1", {0, 3}, "sd of the log of quarterly productivity"});
  form.quantity(productivity_autocorrelation, {"construction.productivity_autocorrelation",
                                               "1",
                                               {-0.999, 0.999},
                                               "correlation of one quarter's productivity with the next"});
  form.quantity(disruption_rate, {"construction.disruption.rate", "1/year", {0, 100}, "disruptions a year"});
  form.quantity(disruption_depth,
                {"construction.disruption.depth", "share of capacity", {0, 1}, "capacity that a disruption takes"});
  form.quantity(
      disruption_decay,
      {"construction.disruption.decay_quarters", "quarter", {0.01, 400}, "time in which a disruption fades to 37 %"});
}

void NetworkInputs::declare(Form& form) {
  const std::string prefix = "network." + name;
  for (int a = 0; a < geotypes; ++a)
    form.whole(operators[static_cast<std::size_t>(a)],
               {prefix + ".operators." + geotype_names[static_cast<std::size_t>(a)],
                "1",
                {1, 20},
                "operators that serve the geotype"});
  form.quantity(market_share, {prefix + ".market_share", "share", {0, 1}, "share of the users"});
  form.quantity(plan_share, {prefix + ".plan_share", "share", {0, 1}, "share of the plan and of the initial stations"});
  form.quantity(bandwidth_mhz, {prefix + ".bandwidth_mhz", "MHz", {0.1, 1e5}, "spectrum of one operator"});
  form.quantity(initial_cobuilt_share,
                {prefix + ".initial_cobuilt_share", "share", {0, 1}, "initial stations that are co-built"});
}

void RolloutInputs::declare(Form& form) {
  demand.declare(form);
  plan.declare(form);
  cost.declare(form);
  construction.declare(form);
  for (const std::string& name : form.names("network", "networks, each of operators that plan together")) {
    networks.emplace_back().name = name;
    networks.back().declare(form);
  }
}

}  // namespace groundwork
