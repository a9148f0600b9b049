#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/national.hpp"
#include "sim/scenario/study.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

/// What came of reading a scenario for the national model.
struct CountryReading {
  std::optional<Study> study;
  Diagnostics diagnostics;

  /// Fails the test if there is no study.
  const NationalProgram& program() const;
  const Study& value() const;
};

/// The baseline, or another file of scenarios/, with overrides.
CountryReading read_country(const std::vector<std::string>& overrides, const std::string& file = "national-2020.toml");

/// A folder with tables of a small country; removed in the end.
class SmallCountry {
 public:
  /// Rows of provinces.csv ("code,region,population,area_km2,urban_share,gdp_cny,tariff,celsius") and of backbone.csv
  /// ("from,to,route_km").
  SmallCountry(const std::vector<std::string>& provinces, const std::vector<std::string>& backbone);

  /// The baseline with these provinces.
  CountryReading read(const std::vector<std::string>& overrides = {}) const;
  /// The same without the baseline's lines that begin like that.
  CountryReading read_without(const std::string& beginning, const std::vector<std::string>& overrides) const;

 private:
  CountryReading read_file(const std::string& path, std::vector<std::string> overrides) const;
  TemporaryFolder folder_;
};

/// Two provinces with a link between them.
SmallCountry two_provinces();

/// One network called "A" of that many operators everywhere.
std::string one_network(int operators);

}  // namespace groundwork
