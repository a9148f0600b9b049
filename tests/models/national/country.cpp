#include "tests/models/national/country.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "sim/base/text.hpp"

namespace groundwork {

const Study& CountryReading::value() const {
  INFO(diagnostics.text());
  REQUIRE(study);
  return *study;
}

const NationalProgram& CountryReading::program() const {
  return dynamic_cast<const NationalProgram&>(*value().program);
}

namespace {

const std::string scenarios = GROUNDWORK_SCENARIOS;

CountryReading read_at(const std::string& path, const std::vector<std::string>& overrides) {
  CountryReading reading;
  NationalModel model;
  reading.study = read_study({path, overrides, false}, model, reading.diagnostics);
  return reading;
}

}  // namespace

CountryReading read_country(const std::vector<std::string>& overrides, const std::string& file) {
  return read_at(scenarios + "/" + file, overrides);
}

SmallCountry::SmallCountry(const std::vector<std::string>& provinces, const std::vector<std::string>& backbone) {
  std::ofstream rows(folder_ / "provinces.csv");
  rows << "code,name_en,name_zh,region,population,area_km2,urban_share,gdp_cny,tariff_cny_per_kwh,"
          "mean_temperature_c\n";
  for (const std::string& row : provinces) {
    const std::size_t comma = row.find(',');
    rows << row.substr(0, comma) << ",Name,名," << row.substr(comma + 1) << '\n';
  }
  std::ofstream links(folder_ / "backbone.csv");
  links << "from,to,route_km\n" << joined(backbone, "\n") << '\n';
}

CountryReading SmallCountry::read(const std::vector<std::string>& overrides) const {
  return read_file(scenarios + "/national-2020.toml", overrides);
}

CountryReading SmallCountry::read_without(const std::string& beginning,
                                          const std::vector<std::string>& overrides) const {
  std::ifstream baseline(scenarios + "/national-2020.toml");
  std::ofstream changed(folder_ / "changed.toml");
  int left_out = 0;
  for (std::string line; std::getline(baseline, line);) {
    if (line.starts_with(beginning)) ++left_out;
    if (!line.starts_with(beginning)) changed << line << '\n';
  }
  changed.close();
  REQUIRE(left_out > 0);
  return read_file((folder_ / "changed.toml").string(), overrides);
}

CountryReading SmallCountry::read_file(const std::string& path, std::vector<std::string> overrides) const {
  overrides.push_back("geography.provinces='" + (folder_ / "provinces.csv").string() + "'");
  overrides.push_back("geography.backbone='" + (folder_ / "backbone.csv").string() + "'");
  return read_at(path, overrides);
}

SmallCountry two_provinces() {
  return SmallCountry({"CN-A,east,30000000,100000,0.7,3e12,0.6,15", "CN-B,west,10000000,400000,0.5,0.5e12,0.4,8"},
                      {"CN-A,CN-B,1200"});
}

std::string one_network(int operators) {
  const std::string n = std::to_string(operators);
  return "network=[{name='A', operators={urban=" + n + ", town=" + n + ", rural=" + n +
         "}, market_share=1, plan_share=1, bandwidth_mhz=100, initial_cobuilt_share=" + (operators > 1 ? "0.5" : "0") +
         "}]";
}

}  // namespace groundwork
