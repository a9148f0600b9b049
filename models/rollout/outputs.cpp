#include "models/rollout/outputs.hpp"

#include "models/units.hpp"

namespace groundwork {

std::vector<int> add_network_scopes(OutputTable& table, const std::vector<NetworkInputs>& networks) {
  std::vector<int> scopes;
  for (const NetworkInputs& network : networks)
    scopes.push_back(table.add_scope({network.name, network.name, network.name, "network"}));
  return scopes;
}

RolloutOutputs add_rollout_outputs(OutputTable& table, const GeographicScopes& geography,
                                   const std::vector<int>& networks, const Horizon& horizon) {
  const std::vector<int> scopes = joined_scopes(geography.scopes, networks);
  const auto add = [&](const char* name, const Unit& unit, const char* meaning, Measure measure,
                       Better better = Better::neither) {
    return add_metric(table, metric_in(unit, name, meaning, measure, better), scopes, horizon);
  };
  RolloutOutputs out;
  out.stations_built =
      add("stations_built", units::stations, "stations that went on air", Measure::flow, Better::higher);
  out.stations =
      add("stations", units::stations, "stations on air at the end of the year", Measure::stock, Better::higher);
  out.stations_cobuilt =
      add("stations_cobuilt", units::stations, "of these, built together by several operators", Measure::stock);
  out.population_covered =
      add("population_covered", units::share, "share of the population that a network covers outdoors", Measure::stock,
          Better::higher);
  out.users = add("users", units::users, "5G users at the end of the year", Measure::stock, Better::higher);
  out.capex = add("rollout_capex", units::cny, "capital cost of stations, with renewal", Measure::flow, Better::lower);
  out.opex = add("rollout_opex", units::cny, "running cost of stations", Measure::flow, Better::lower);
  out.capex_alone = add("rollout_capex_alone", units::cny, "the same, had each operator built alone", Measure::flow);
  out.opex_alone = add("rollout_opex_alone", units::cny, "the same, had each operator built alone", Measure::flow);
  out.energy = add("rollout_energy", units::kwh, "electricity of stations", Measure::flow, Better::lower);
  out.unserved_traffic = add("unserved_traffic", units::pb, "traffic not served because stations sleep at night",
                             Measure::flow, Better::lower);
  out.capex_saving =
      add("capex_saving", units::cny, "capital saved by building together", Measure::flow, Better::higher);
  out.opex_saving =
      add("opex_saving", units::cny, "running cost saved by building together", Measure::flow, Better::higher);
  out.capex_saving_rate = add("capex_saving_rate", units::share, "capital saved over what going alone would cost",
                              Measure::flow, Better::higher);
  out.opex_saving_rate = add("opex_saving_rate", units::share, "running cost saved over what going alone would cost",
                             Measure::flow, Better::higher);
  return out;
}

}  // namespace groundwork
