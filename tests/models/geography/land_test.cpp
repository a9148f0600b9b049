#include "models/geography/land.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

struct Country {
  Columns columns;
  GeographyInputs inputs;
  Provinces provinces;
  std::vector<double> memory;

  explicit Country(std::vector<Province> list) {
    provinces.list = std::move(list);
    inputs.city_share_of_urban = columns.add(0.6);
    inputs.urban_density = columns.add(9000.0);
    inputs.town_density = columns.add(4500.0);
    inputs.rural_density_floor = columns.add(60.0);
    inputs.cost_affluence_elasticity = columns.add(0.0);
    inputs.cost_spread = columns.add(0.0);
    inputs.demand_spread = columns.add(0.0);
    inputs.pace_spread = columns.add(0.0);
    const std::vector<double> scores(provinces.list.size(), 0.0);
    provinces.cost = columns.add_family(scores);
    provinces.demand = columns.add_family(scores);
    provinces.pace = columns.add_family(scores);
    memory.resize(provinces.list.size() * land_spans);
  }
  Land<double> settled() {
    Scratch<double> scratch(memory);
    return settle(inputs, provinces, columns.in(), scratch);
  }
};

Province province(double population, double area_km2, double urban_share) {
  Province made;
  made.population = population;
  made.area_km2 = area_km2;
  made.urban_share = urban_share;
  return made;
}

}  // namespace

TEST_CASE("people live in cities, towns and countryside, each with its density") {
  Country country({province(10e6, 50'000.0, 0.7)});
  const Land<double> land = country.settled();
  CHECK(land.population[urban][0] == Approx(4.2e6));
  CHECK(land.population[town][0] == Approx(2.8e6));
  CHECK(land.population[rural][0] == Approx(3.0e6));
  CHECK(land.area[urban][0] == Approx(4.2e6 / 9000.0));
  CHECK(land.area[town][0] == Approx(2.8e6 / 4500.0));
}

TEST_CASE("thin countryside is served only where people live") {
  Country country({province(10e6, 50'000.0, 0.7), province(10e6, 49'999.0, 0.7), province(10e6, 800'000.0, 0.7),
                   province(10e6, 10'000.0, 0.7), province(10e6, 10'000.0, 1.0)});
  const auto area = country.settled().area[rural];
  CHECK(area[0] == Approx(3.0e6 / 60.0));  // just at the floor of 60 a km2: 50,000 km2
  CHECK(area[1] == Approx(49'999.0));
  CHECK(area[2] == Approx(50'000.0));
  CHECK(area[3] == Approx(10'000.0));  // denser: all of it
  CHECK(area[4] == 0.0);               // nobody
}

TEST_CASE("local cost follows affluence by its elasticity") {
  Country country({province(1e6, 1e4, 0.5), province(1e6, 1e4, 0.5)});
  country.provinces.list[1].log_affluence = std::log(2.0);
  country.columns.set(country.inputs.cost_affluence_elasticity, 0.15);
  const auto index = country.settled().cost_index;
  CHECK(index[0] == 1.0);
  CHECK(index[1] == Approx(std::pow(2.0, 0.15)).epsilon(1e-14));
}

TEST_CASE("province factors have mean one and the spread asked for") {
  constexpr int draws = 100'000;
  constexpr double spread = 0.4;
  Country country({province(1e6, 1e4, 0.5)});
  for (const Quantity q : {country.inputs.cost_spread, country.inputs.demand_spread, country.inputs.pace_spread})
    country.columns.set(q, spread);
  std::mt19937_64 generator(23);
  std::normal_distribution<double> normal;
  double sums[3] = {}, logs[3] = {};
  for (int i = 0; i < draws; ++i) {
    for (const Family& family : {country.provinces.cost, country.provinces.demand, country.provinces.pace})
      country.columns.set(family, 0, normal(generator));
    const Land<double> land = country.settled();
    const double factors[3] = {land.cost_index[0], land.demand[0], land.pace[0]};
    for (int f = 0; f < 3; ++f) {
      sums[f] += factors[f];
      logs[f] += std::pow(std::log(factors[f]) + 0.5 * spread * spread, 2);
    }
  }
  // Four standard errors: a false alarm in 16,000 for each check; catches a mean that is off by 0.5 %.
  const double error = std::sqrt((std::exp(spread * spread) - 1.0) / draws);
  for (int f = 0; f < 3; ++f) {
    CHECK(std::fabs(sums[f] / draws - 1.0) < 4.0 * error);
    CHECK(std::fabs(logs[f] / draws / (spread * spread) - 1.0) < 4.0 * std::sqrt(2.0 / draws));
  }
}

}  // namespace groundwork
