#include "models/geography/inputs.hpp"

#include <algorithm>

namespace groundwork {

namespace {

const std::vector<Column> province_columns{
    {"code", "text", {}, {"ISO 3166-2 code, such as CN-GD", "ISO 3166-2 省级代码，如 CN-GD"}, false},
    {"name_en", "text", {}, {"English name", "英文名称"}, false},
    {"name_zh", "text", {}, {"Chinese name", "中文名称"}, false},
    {"region", "text", {}, {"region that results are summed to", "结果汇总所用的区域"}, false},
    {"population", "people", {1, 2e9}, {"residents", "常住人口"}, false},
    {"area_km2", "km2", {1, 2e7}, {"land area", "土地面积"}, false},
    {"urban_share", "1", {0, 1}, {"share of residents in cities and towns", "常住人口城镇化率"}, false},
    {"gdp_cny", "CNY/year", {1, 1e16}, {"gross regional product", "地区生产总值"}, false},
    {"tariff_cny_per_kwh", "CNY/kWh", {0, 100}, {"industrial electricity price", "工业电价"}, false},
    {"mean_temperature_c", "degree C", {-60, 60}, {"yearly mean in the capital", "省会年平均气温"}, false},
};

const std::vector<Column> backbone_columns{
    {"from", "text", {}, {"province code", "省级代码"}, false},
    {"to", "text", {}, {"province code", "省级代码"}, false},
    {"route_km", "km", {0, 50000}, {"length of the fibre route", "光缆路由长度"}, false},
};

}  // namespace

void GeographyInputs::declare(Form& form) {
  form.table(provinces, "geography.provinces", province_columns, {"the provinces", "各省份"});
  form.table(backbone, "geography.backbone", backbone_columns,
             {"fibre routes between provincial capitals", "省会间光缆路由"});
  form.texts(only, "geography.only",
             {"keep only these province codes or regions; all if absent", "只保留这些省级代码或区域；省略则全部保留"});
  form.quantity(city_share_of_urban,
                {"geography.city_share_of_urban",
                 "share",
                 {0, 1},
                 {"urban residents who live in cities, not towns", "城镇人口中居住在城区（而非镇区）的比例"}});
  form.quantity(urban_density, {"geography.urban_density_per_km2",
                                "people/km2",
                                {1, 1e6},
                                {"population density of served city area", "城区服务面积的人口密度"}});
  form.quantity(town_density, {"geography.town_density_per_km2",
                               "people/km2",
                               {1, 1e6},
                               {"population density of served town area", "镇区服务面积的人口密度"}});
  form.quantity(rural_density_floor, {"geography.rural_density_floor_per_km2",
                                      "people/km2",
                                      {0.001, 1e6},
                                      {"rural land thinner than this is served only where people live",
                                       "人口密度低于此值的农村，只覆盖有人居住之处"}});
  form.quantity(cost_affluence_elasticity, {"geography.cost_affluence_elasticity",
                                            "1",
                                            {-5, 5},
                                            {"how local cost follows GDP per head", "当地成本对人均GDP的弹性"}});
  form.quantity(cost_spread, {"geography.spread.cost",
                              "1",
                              {0, 3},
                              {"sd of the log of the provinces' cost factor", "各省成本系数对数的标准差"}});
  form.quantity(demand_spread, {"geography.spread.demand",
                                "1",
                                {0, 3},
                                {"sd of the log of the provinces' demand factor", "各省需求系数对数的标准差"}});
  form.quantity(pace_spread, {"geography.spread.pace",
                              "1",
                              {0, 3},
                              {"sd of the log of the provinces' pace factor", "各省建设进度系数对数的标准差"}});
}

std::vector<std::string> GeographyInputs::regions() const {
  std::vector<std::string> regions;
  for (int row = 0; row < provinces.rows(); ++row) {
    const std::string& region = provinces.text(row, "region");
    if (std::ranges::find(regions, region) == regions.end()) regions.push_back(region);
  }
  return regions;
}

}  // namespace groundwork
