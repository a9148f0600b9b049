#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/geography/inputs.hpp"
#include "sim/contract/draws.hpp"

namespace groundwork {

/// A province as its CSV row has it.
struct Province {
  std::string code, name_en, name_zh, region;
  double population = 0.0;  ///< people
  double area_km2 = 0.0;
  double urban_share = 0.0;  ///< of residents, 0 to 1
  double gdp_cny = 0.0;      ///< per year
  double tariff_cny_per_kwh = 0.0;
  double mean_temperature_c = 0.0;
  double affluence = 1.0;  ///< GDP per head over that of all provinces together (geography.md, eq. 1.1).
  double log_affluence = 0.0;
};

/// The provinces of a scenario, and what is fixed between them.
struct Provinces {
  std::vector<Province> list;
  std::vector<std::string> regions;  ///< In order of first province.
  std::vector<int> region_of;        ///< By province.
  std::vector<double> distance_km;   ///< Shortest backbone route, row after row (geography.md, eq. 1.7).
  Family cost, demand, pace;         ///< Standard normal draw of each province's factors.

  int count() const { return static_cast<int>(list.size()); }
  std::vector<std::string> codes() const;
};

/// Checks the tables and works out routes; what is wrong goes to `diagnostics`, then there is no result.
std::optional<Provinces> bind_provinces(const GeographyInputs& inputs, const Form& form, DrawPlan& draws,
                                        Diagnostics& diagnostics);

}  // namespace groundwork
