#include "models/geography/inputs.hpp"

namespace groundwork {

namespace {

const std::vector<Column> province_columns{
    {"code", "text", {}, "ISO 3166-2 code, such as CN-GD", false},
    {"name_en", "text", {}, "English name", false},
    {"name_zh", "text", {}, "Chinese name", false},
    {"region", "text", {}, "region that results are summed to", false},
    {"population", "people", {1, 2e9}, "residents", false},
    {"area_km2", "km2", {1, 2e7}, "land area", false},
    {"urban_share", "1", {0, 1}, "share of residents in cities and towns", false},
    {"gdp_cny", "CNY/year", {1, 1e16}, "gross regional product", false},
    {"tariff_cny_per_kwh", "CNY/kWh", {0, 100}, "industrial electricity price", false},
    {"mean_temperature_c", "degree C", {-60, 60}, "yearly mean in the capital", false},
};

const std::vector<Column> backbone_columns{
    {"from", "text", {}, "province code", false},
    {"to", "text", {}, "province code", false},
    {"route_km", "km", {0, 50000}, "length of the fibre route", false},
};

}  // namespace

void GeographyInputs::declare(Form& form) {
  form.table(provinces, "geography.provinces", province_columns, "the provinces");
  form.table(backbone, "geography.backbone", backbone_columns, "fibre routes between provincial capitals");
  form.texts(only, "geography.only", "keep only these province codes or regions; all if absent");
  form.quantity(city_share_of_urban,
                {"geography.city_share_of_urban", "share", {0, 1}, "urban residents who live in cities, not towns"});
  form.quantity(urban_density,
                {"geography.urban_density_per_km2", "people/km2", {1, 1e6}, "population density of served city area"});
  form.quantity(town_density,
                {"geography.town_density_per_km2", "people/km2", {1, 1e6}, "population density of served town area"});
  form.quantity(rural_density_floor, {"geography.rural_density_floor_per_km2",
                                      "people/km2",
                                      {0.001, 1e6},
                                      "rural land thinner than this is served only where people live"});
  form.quantity(cost_affluence_elasticity,
                {"geography.cost_affluence_elasticity", "1", {-5, 5}, "how local cost follows GDP per head"});
  form.quantity(cost_spread, {"geography.spread.cost", "1", {0, 3}, "sd of the log of the provinces' cost factor"});
  form.quantity(demand_spread,
                {"geography.spread.demand", "1", {0, 3}, "sd of the log of the provinces' demand factor"});
  form.quantity(pace_spread, {"geography.spread.pace", "1", {0, 3}, "sd of the log of the provinces' pace factor"});
}

}  // namespace groundwork
