#include "models/geography/scopes.hpp"

#include <map>

namespace groundwork {

namespace {

const std::map<std::string, std::string> region_titles_zh{
    {"east", "东部"}, {"central", "中部"}, {"west", "西部"}, {"northeast", "东北"}};

/// A region of another name has that in Chinese too: it is the planner's own.
Words region_title(const std::string& region) {
  const auto found = region_titles_zh.find(region);
  return {region, found == region_titles_zh.end() ? region : found->second};
}

std::vector<std::string> periods_of(Measure measure, const Horizon& horizon) {
  std::vector<std::string> periods;
  if (measure != Measure::whole)
    for (int year = 0; year < horizon.years(); ++year) periods.push_back(std::to_string(horizon.first_year() + year));
  if (measure != Measure::stock) periods.emplace_back("total");
  return periods;
}

}  // namespace

GeographicScopes add_geographic_scopes(OutputTable& table, const Provinces& provinces) {
  GeographicScopes geography;
  geography.members.resize(provinces.regions.size());
  for (int p = 0; p < provinces.count(); ++p) geography.members[provinces.region_of[p]].push_back(p);
  geography.regions = static_cast<int>(provinces.regions.size());
  geography.provinces = provinces.count();
  geography.scopes.push_back(table.add_scope({country_scope, {"China", "全国"}, "country"}));
  for (const std::string& region : provinces.regions)
    geography.scopes.push_back(table.add_scope({region, region_title(region), "region"}));
  for (int p = 0; p < provinces.count(); ++p) {
    const Province& province = provinces.list[p];
    geography.scopes.push_back(table.add_scope(
        {province.code, {province.name_en, province.name_zh}, "province", provinces.regions[provinces.region_of[p]]}));
  }
  geography.population.assign(geography.scopes.size(), 0.0);
  geography.gdp_share.assign(geography.scopes.size(), 0.0);
  for (int p = 0; p < provinces.count(); ++p)
    for (const int slot : {0, geography.region_slot(provinces.region_of[p]), geography.province_slot(p)}) {
      geography.population[slot] += provinces.list[p].population;
      geography.gdp_share[slot] += provinces.list[p].gdp_cny;
    }
  for (const double population : geography.population) geography.per_head.push_back(1.0 / population);
  const double gdp = geography.gdp_share.front();
  for (double& share : geography.gdp_share) share /= gdp;
  return geography;
}

std::vector<int> joined_scopes(std::vector<int> scopes, const std::vector<int>& more) {
  scopes.insert(scopes.end(), more.begin(), more.end());
  return scopes;
}

MetricCells add_metric(OutputTable& table, const Metric& metric, const std::vector<int>& scopes,
                       const Horizon& horizon) {
  const std::vector<std::string> periods = periods_of(metric.measure, horizon);
  const int block = table.add_block(metric, scopes, periods);
  return {table.block(block).first_cell, static_cast<int>(scopes.size()), static_cast<int>(periods.size()),
          metric.measure == Measure::flow};
}

}  // namespace groundwork
