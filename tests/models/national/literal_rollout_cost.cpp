#include "tests/models/national/literal_rollout.hpp"

#include <algorithm>

namespace groundwork::literal {

Units Rollout::units_of(int t) const {
  Units units;
  for (std::size_t c = 0; c < 6; ++c) {
    units.capex[c] = v_(std::string("rollout.cost.") + capex_names[c]) * inflated(t);
    if (c == 0)
      units.capex[0] =
          v_("rollout.cost.ran") * std::pow(stations_ever_ / v_("rollout.cost.learning_reference_stations"),
                                            std::log2(1.0 - v_("rollout.cost.learning_rate")));
    units.single += units.capex[c];
  }
  const double saving = program_.inputs.rollout.cost.sleep ? v_("rollout.sleep.energy_saving") : 0.0;
  units.kwh = v_("rollout.opex.power_kw") * 8760.0 / 4.0 * v_("rollout.opex.load_factor") * (1.0 - saving);
  return units;
}

void Rollout::answer_item(const Where& where, const std::string& item, const Cost& cost) {
  const std::vector<std::string> scopes{item, network(where.k).name + "/" + item};
  answers_.add_flow("rollout_item_cost", scopes, where.t, cost.actual);
  answers_.add_flow("rollout_item_saving", scopes, where.t, cost.alone - cost.actual);
}

void Rollout::price(const Where& where, int a, double done, const Units& units, Cost& capital) {
  const auto [k, p, t] = where;
  const double n = operators(k, a), f = site(k, p, a).fraction, r = site(k, p, a).replaced;
  double co = 0.0;
  for (std::size_t c = 0; c < 6; ++c)
    co += units.capex[c] * (1.0 + v_(std::string("sharing.extra_capex.") + capex_names[c]) * (n - 1.0));
  const double local = done * land(p).cost_index * v_(std::string("rollout.cost.geotype_factor.") + types[a]);
  capital.actual += local * (f * co + (1.0 - f) * units.single);
  capital.alone += local * (f * r + 1.0 - f) * units.single;
  for (std::size_t c = 0; c < 6; ++c) {
    const double shared = 1.0 + v_(std::string("sharing.extra_capex.") + capex_names[c]) * (n - 1.0);
    answer_item(where, std::string("capex-") + capex_names[c],
                {local * (f * shared + 1.0 - f) * units.capex[c], local * (f * r + 1.0 - f) * units.capex[c]});
  }
  const auto key = std::array{k, p, program_.horizon.year_of(t)};
  equipment_[key] += local * (f * (1.0 + v_("sharing.extra_capex.ran") * (n - 1.0)) + 1.0 - f);
  equipment_alone_[key] += local * (f * r + 1.0 - f);
}

void Rollout::renew(const Where& where, double ran, Cost& capital) {
  const auto [k, p, t] = where;
  const int installed = program_.horizon.year_of(t) - program_.inputs.rollout.cost.renewal_years;
  Cost renewal;
  if (installed >= 0)
    renewal = {equipment_.at({k, p, installed}) / 4.0 * ran, equipment_alone_.at({k, p, installed}) / 4.0 * ran};
  capital.actual += renewal.actual;
  capital.alone += renewal.alone;
  answer_item(where, "capex-renewal", renewal);
}

void Rollout::answer_cost(const Where& where, const Cost& capital, const Units& units) {
  const auto [k, p, t] = where;
  const double tariff = province(p).tariff_cny_per_kwh * v_("rollout.opex.tariff_factor");
  const struct {
    const char* name;
    double cny;
  } items[] = {{"energy", units.kwh * tariff},
               {"rent", v_("rollout.opex.rent") / 4.0 * inflated(t)},
               {"transmission", v_("rollout.opex.transmission") / 4.0 * inflated(t)},
               {"maintenance", v_("rollout.opex.maintenance_share") * units.single / 4.0},
               {"staff", v_("rollout.opex.staff") / 4.0 * inflated(t)}};
  double opex = 0.0, opex_alone = 0.0, energy = 0.0;
  const std::vector<std::string> scopes = answers_.scopes(p, network(k).name);
  for (int a = 0; a < 3; ++a) {
    const Site& here = site(k, p, a);
    const double n = operators(k, a), single = here.stock - here.cobuilt;
    for (const auto& item : items) {
      const double extra = v_(std::string("sharing.extra_opex.") + item.name) * (n - 1.0);
      const Cost cost{item.cny * (single + here.cobuilt * (1.0 + extra)),
                      item.cny * (single + here.cobuilt * here.replaced)};
      answer_item(where, std::string("opex-") + item.name, cost);
      opex += cost.actual;
      opex_alone += cost.alone;
      if (item.name == std::string("energy")) energy += units.kwh * (single + here.cobuilt * (1.0 + extra));
    }
    answers_.add_stock("stations", scopes, t, here.stock);
    answers_.add_stock("stations_cobuilt", scopes, t, here.cobuilt);
  }
  answers_.add_flow("rollout_capex", scopes, t, capital.actual);
  answers_.add_flow("rollout_capex_alone", scopes, t, capital.alone);
  answers_.add_flow("rollout_opex", scopes, t, opex);
  answers_.add_flow("rollout_opex_alone", scopes, t, opex_alone);
  answers_.add_flow("rollout_energy", scopes, t, energy);
  const double spent = literal_discount(v_, t) * (capital.actual + opex);
  std::vector<std::string> owners = scopes;
  owners.emplace_back("rollout");
  answers_.add_whole("tco", owners, spent);
  answers_.add_whole("npv", owners, -spent);
}

void Rollout::answer_users(int t, double adoption) {
  const double lost = program_.inputs.rollout.cost.sleep ? v_("rollout.sleep.traffic_lost") : 0.0;
  for (int p = 0; p < provinces(); ++p) {
    const double users = province(p).population * adoption;
    const double unserved = lost * users * gb(t) * 3.0 / 1e6;
    const double earned = literal_discount(v_, t) * users * 3.0 * v_("revenue.arpu_uplift");
    answers_.add_stock("users", answers_.scopes(p), t, users);
    answers_.add_flow("unserved_traffic", answers_.scopes(p), t, unserved);
    answers_.add_whole("npv", answers_.scopes(p, "rollout"), earned);
    for (int k = 0; k < networks(); ++k) {
      const double share = net(k, "market_share");
      answers_.add_stock("users", {network(k).name}, t, users * share);
      answers_.add_flow("unserved_traffic", {network(k).name}, t, unserved * share);
      answers_.add_whole("npv", {network(k).name}, earned * share);
    }
  }
}

void Rollout::answer_coverage(int t) {
  const std::vector<double>& people = program_.geography.population;
  for (int p = 0; p < provinces(); ++p)
    for (int a = 0; a < 3; ++a) {
      double best = 0.0;
      for (int k = 0; k < networks(); ++k) {
        const double covered = std::min(1.0, site(k, p, a).stock / cov1(p, a));
        best = std::max(best, covered);
        answers_.add_stock("population_covered", {network(k).name}, t, land(p).population[a] * covered / people[0]);
      }
      const std::vector<std::string> scopes = answers_.scopes(p);
      const int region = program_.provinces.region_of[static_cast<std::size_t>(p)];
      const int slots[] = {0, program_.geography.region_slot(region), program_.geography.province_slot(p)};
      for (std::size_t s = 0; s < 3; ++s)
        answers_.add_stock("population_covered", {scopes[s]}, t,
                           land(p).population[a] * best / people[static_cast<std::size_t>(slots[s])]);
    }
}

}  // namespace groundwork::literal
