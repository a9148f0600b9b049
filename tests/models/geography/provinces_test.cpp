#include "models/geography/provinces.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/national/country.hpp"

namespace groundwork {

namespace {

const std::string a = "CN-A,east,30000000,100000,0.7,3e12,0.6,15";
const std::string b = "CN-B,west,10000000,400000,0.5,0.5e12,0.4,8";
const std::string c = "CN-C,east,20000000,200000,0.6,1e12,0.5,12";

std::string problems(const SmallCountry& country, const std::vector<std::string>& overrides = {}) {
  const CountryReading reading = country.read(overrides);
  CHECK_FALSE(reading.study);
  return reading.diagnostics.text();
}

}  // namespace

TEST_CASE("affluence is GDP per head over that of all provinces together") {
  const CountryReading reading = SmallCountry({a, b}, {"CN-A,CN-B,10"}).read();
  const Provinces& provinces = reading.program().provinces;
  // 100,000 and 50,000 CNY a head; together 3.5e12/40e6 = 87,500
  CHECK(std::exp(provinces.list[0].log_affluence) == Approx(100.0 / 87.5).epsilon(1e-13));
  CHECK(std::exp(provinces.list[1].log_affluence) == Approx(50.0 / 87.5).epsilon(1e-13));
}

TEST_CASE("routes are the shortest over the backbone, also through a place that is no province") {
  const CountryReading reading =
      SmallCountry({a, b, c}, {"CN-A,CN-B,1000", "CN-A,HUB,200", "CN-B,HUB,300", "CN-C,CN-B,50", "HUB,CN-C,700"})
          .read();
  const std::vector<double> expected{0, 500, 550, 500, 0, 50, 550, 50, 0};
  CHECK(reading.program().provinces.distance_km == expected);
  const std::string text = reading.diagnostics.text();
  CHECK(text.find("warning: on the backbone, but no provinces of this scenario: HUB") != std::string::npos);
}

TEST_CASE("a province that the backbone does not reach is reported") {
  const std::string text = problems(SmallCountry({a, b, c}, {"CN-A,CN-C,10"}));
  CHECK(text.find("no route from CN-A to CN-B") != std::string::npos);
}

TEST_CASE("a province that is listed twice is reported with both lines") {
  const std::string text = problems(SmallCountry({a, b, a}, {"CN-A,CN-B,10"}));
  CHECK(text.find("provinces.csv:4:1: error: province 'CN-A' is listed twice, first in line 2") != std::string::npos);
}

TEST_CASE("`only` keeps provinces by code or by region, and counts affluence among those") {
  const SmallCountry country({a, b, c}, {"CN-A,CN-B,10", "CN-B,CN-C,10"});
  const CountryReading east = country.read({"geography.only=['east']"});
  CHECK(east.program().provinces.codes() == std::vector<std::string>{"CN-A", "CN-C"});
  CHECK(east.program().provinces.regions == std::vector<std::string>{"east"});
  CHECK(east.program().provinces.distance_km == std::vector<double>{0, 20, 20, 0});
  const CountryReading one = country.read({"geography.only=['CN-B']"});
  CHECK(one.program().provinces.list[0].log_affluence == 0.0);
  const CountryReading two = country.read({"geography.only=['west', 'CN-C']"});
  CHECK(two.program().provinces.codes() == std::vector<std::string>{"CN-B", "CN-C"});
}

TEST_CASE("a name in `only` that is no province and no region is reported") {
  const std::string text = problems(SmallCountry({a, b}, {"CN-A,CN-B,10"}), {"geography.only=['CN-A', 'wset']"});
  CHECK(text.find("'wset' is neither a province code nor a region") != std::string::npos);
  CHECK(text.find("did you mean 'west'?") != std::string::npos);
}

TEST_CASE("regions and country add up their provinces' people and GDP") {
  const CountryReading reading = SmallCountry({a, b, c}, {"CN-A,CN-B,10", "CN-B,CN-C,10"}).read();
  const GeographicScopes& geography = reading.program().geography;
  CHECK(geography.population == std::vector<double>{60e6, 50e6, 10e6, 30e6, 10e6, 20e6});
  CHECK(geography.gdp_share[1] == Approx(4.0 / 4.5).epsilon(1e-14));
  CHECK(geography.gdp_share[0] == Approx(1.0).epsilon(1e-14));
  CHECK(reading.program().table.scopes()[1].title.zh == "东部");
}

TEST_CASE("a province's draws do not depend on which others there are") {
  const CountryReading all = SmallCountry({a, b, c}, {"CN-A,CN-B,10", "CN-B,CN-C,10"}).read();
  std::vector<std::string> streams;
  for (const Draw& draw : all.value().draws.draws()) streams.push_back(draw.stream);
  CHECK(std::ranges::find(streams, "geography.spread.cost[CN-B]") != streams.end());
  CHECK(std::ranges::find(streams, "geography.spread.pace[CN-C]") != streams.end());
}

}  // namespace groundwork
