#include "models/programme/programmes.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/geography/ledger.hpp"
#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

Provinces three_provinces() {
  Provinces provinces;
  for (const auto& [code, gdp] : {std::pair{"CN-A", 6e12}, {"CN-B", 3e12}, {"CN-C", 1e12}}) {
    Province& province = provinces.list.emplace_back();
    province.code = code;
    province.population = 1e6;
    province.gdp_cny = gdp;
  }
  provinces.regions = {"east", "west"};
  provinces.region_of = {0, 1, 1};
  return provinces;
}

}  // namespace

TEST_CASE("a programme grows from 2020, and investment before 2020 was less") {
  Columns columns;
  const ProgrammeInputs programme{"ai", columns.add(100e9), columns.add(0.1)};
  CHECK(programme_investment(programme, 2020, columns.in()) == 100e9);
  CHECK(programme_investment(programme, 2023, columns.in()) == Approx(133.1e9).epsilon(1e-13));
  CHECK(programme_investment(programme, 2019, columns.in()) == Approx(100e9 / 1.1).epsilon(1e-13));
}

TEST_CASE("programmes are shared out by GDP, and add up over years and provinces") {
  Columns columns;
  const std::vector<ProgrammeInputs> programmes{{"ai", columns.add(100.0), columns.add(0.0)},
                                                {"iot", columns.add(50.0), columns.add(1.0)}};
  const Horizon horizon{Quarter::of(2020, 1), Quarter::of(2021, 4)};
  OutputTable table;
  const GeographicScopes geography = add_geographic_scopes(table, three_provinces());
  std::vector<int> scopes = geography.scopes;
  for (const ProgrammeInputs& programme : programmes)
    scopes.push_back(table.add_scope({programme.name, programme_title(programme.name), "sector"}));
  const MetricCells cells = add_metric(
      table, {"programme_investment", "CNY", Words::same(""), Words::same(""), Measure::flow}, scopes, horizon);
  std::vector<double> memory(100), outputs(static_cast<std::size_t>(table.cells()) * tile_paths);
  Scratch<double> scratch(memory);
  const auto invested = start_programmes(programmes, horizon.first_year(), columns.in(), scratch);
  Ledger<double> ledger(cells, scratch);
  const TileOutputs<double> out(outputs.data(), 0);
  for (int year = 0; year < horizon.years(); ++year) {
    fill_programmes(ledger.now, geography, invested);
    ledger.write(out, year);
  }
  const auto value = [&](const char* scope, const char* period) {
    return outputs[static_cast<std::size_t>(table.find("programme_investment", scope, period)) * tile_paths];
  };
  CHECK(value("CN", "2020") == Approx(150.0));
  CHECK(value("CN", "2021") == Approx(200.0));
  CHECK(value("CN", "total") == Approx(350.0));
  CHECK(value("CN-A", "2021") == Approx(120.0));
  CHECK(value("west", "2021") == Approx(80.0));
  CHECK(value("CN-C", "total") == Approx(35.0));
  CHECK(value("iot", "2021") == Approx(100.0));
  CHECK(value("iot", "total") == Approx(150.0));
}

}  // namespace groundwork
