#include "tests/models/national/literal.hpp"

#include <algorithm>
#include <cmath>

namespace groundwork {

PathValues::PathValues(const Study& study, const PathRecord& record) {
  for (std::size_t i = 0; i < study.scenario.inputs.size(); ++i)
    inputs_[study.scenario.inputs[i].declaration.key] = record.inputs[i];
  std::size_t column = study.scenario.inputs.size();
  for (const Draw& draw : study.draws.draws())
    draws_[{draw.stream, static_cast<int>(draw.index)}] = record.inputs[column++];
}

std::string Answers::year(int t) const {
  return std::to_string(program_.horizon.first_year() + program_.horizon.year_of(t));
}

void Answers::add_flow(const std::string& metric, const std::vector<std::string>& scopes, int t, double value) {
  for (const std::string& scope : scopes) {
    cells_[metric][scope + "|" + year(t)] += value;
    cells_[metric][scope + "|total"] += value;
  }
}

void Answers::add_stock(const std::string& metric, const std::vector<std::string>& scopes, int t, double value) {
  if (!program_.horizon.closes_year(t)) return;
  for (const std::string& scope : scopes) cells_[metric][scope + "|" + year(t)] += value;
}

void Answers::add_whole(const std::string& metric, const std::vector<std::string>& scopes, double value) {
  for (const std::string& scope : scopes) cells_[metric][scope + "|total"] += value;
}

std::vector<std::string> Answers::scopes(int p, const std::string& more) const {
  const Province& province = program_.provinces.list[static_cast<std::size_t>(p)];
  std::vector<std::string> names{"CN", province.region, province.code};
  if (!more.empty()) names.push_back(more);
  return names;
}

void Answers::combine(const std::string& metric, const std::string& a, const std::string& b,
                      double (*combined)(double, double)) {
  for (const auto& [where, value] : cells_.at(a)) cells_[metric][where] = combined(value, cells_.at(b).at(where));
}

std::vector<LiteralProvince> literal_geography(const NationalProgram& program, const PathValues& v) {
  double gdp = 0.0, population = 0.0;
  for (const Province& province : program.provinces.list) {
    gdp += province.gdp_cny;
    population += province.population;
  }
  std::vector<LiteralProvince> list;
  for (const Province& province : program.provinces.list) {
    const auto factor = [&](const std::string& what) {
      const double s = v("geography.spread." + what);
      return std::exp(s * v.draw("geography.spread." + what + "[" + province.code + "]") - s * s / 2.0);
    };
    LiteralProvince here;
    here.rich = (province.gdp_cny / province.population) / (gdp / population);
    here.cost_index = std::pow(here.rich, v("geography.cost_affluence_elasticity")) * factor("cost");
    here.demand = factor("demand");
    here.pace = factor("pace");
    const double city_share = v("geography.city_share_of_urban");
    here.population[0] = province.population * province.urban_share * city_share;
    here.population[1] = province.population * province.urban_share * (1.0 - city_share);
    here.population[2] = province.population - here.population[0] - here.population[1];
    here.area[0] = here.population[0] / v("geography.urban_density_per_km2");
    here.area[1] = here.population[1] / v("geography.town_density_per_km2");
    here.area[2] = here.population[2] /
                   std::max(here.population[2] / province.area_km2, v("geography.rural_density_floor_per_km2"));
    list.push_back(here);
  }
  return list;
}

double literal_discount(const PathValues& v, int t) {
  return std::pow(1.0 + v("finance.discount_rate"), -(t / 4.0 + 0.125));
}

}  // namespace groundwork
