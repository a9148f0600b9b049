#include "models/geography/provinces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/base/text.hpp"
#include "sim/graph/routes.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

namespace {

Province province_from_row(const Table& table, int row) {
  Province province;
  province.code = table.text(row, "code");
  province.name_en = table.text(row, "name_en");
  province.name_zh = table.text(row, "name_zh");
  province.region = table.text(row, "region");
  province.population = table.number(row, "population");
  province.area_km2 = table.number(row, "area_km2");
  province.urban_share = table.number(row, "urban_share");
  province.gdp_cny = table.number(row, "gdp_cny");
  province.tariff_cny_per_kwh = table.number(row, "tariff_cny_per_kwh");
  province.mean_temperature_c = table.number(row, "mean_temperature_c");
  return province;
}

std::vector<Province> read_provinces(const Table& table, Diagnostics& diagnostics) {
  std::vector<Province> provinces;
  std::map<std::string, int> line_of;
  for (int row = 0; row < table.rows(); ++row) {
    const Table::Cell& code = table.cell(row, "code");
    const auto [earlier, is_new] = line_of.try_emplace(code.text, code.position.line);
    if (is_new)
      provinces.push_back(province_from_row(table, row));
    else
      diagnostics.error(code.position,
                        fmt::format("province '{}' is listed twice, first in line {}", code.text, earlier->second),
                        "remove one of the two rows");
  }
  return provinces;
}

/// Drops the provinces that `only` does not name, by code or by region.
void keep_only(std::vector<Province>& provinces, const std::vector<std::string>& only, const SourcePosition& position,
               Diagnostics& diagnostics) {
  if (only.empty()) return;
  std::set<std::string> known;
  for (const Province& province : provinces) known.insert({province.code, province.region});
  for (const std::string& name : only) {
    if (known.contains(name)) continue;
    const std::string guess = closest(name, {known.begin(), known.end()});
    diagnostics.error(position, fmt::format("'{}' is neither a province code nor a region", name),
                      guess.empty() ? "see the columns 'code' and 'region' of geography.provinces"
                                    : fmt::format("did you mean '{}'?", guess));
  }
  std::erase_if(provinces, [&](const Province& province) {
    return std::ranges::find(only, province.code) == only.end() &&
           std::ranges::find(only, province.region) == only.end();
  });
}

/// Equation 1.1.
void set_affluence(std::vector<Province>& provinces) {
  double gdp = 0.0, population = 0.0;
  for (const Province& province : provinces) {
    gdp += province.gdp_cny;
    population += province.population;
  }
  for (Province& province : provinces) {
    province.affluence = province.gdp_cny / province.population / (gdp / population);
    province.log_affluence = log(province.affluence);
  }
}

/// The backbone's nodes: the provinces first, then places that links pass through.
std::map<std::string, int> number_nodes(const std::vector<Province>& provinces, const Table& backbone) {
  std::map<std::string, int> nodes;
  for (const Province& province : provinces) nodes.emplace(province.code, static_cast<int>(nodes.size()));
  for (int row = 0; row < backbone.rows(); ++row)
    for (const char* end : {"from", "to"}) nodes.emplace(backbone.text(row, end), static_cast<int>(nodes.size()));
  return nodes;
}

/// One warning for all ends of links that no row of provinces.csv has: rightly so where only a part of the country is
/// simulated, but it may be a misspelling.
void warn_of_transit(const Table& provinces, const Table& backbone, Diagnostics& diagnostics) {
  std::set<std::string> known, strangers;
  SourcePosition first;
  for (int row = 0; row < provinces.rows(); ++row) known.insert(provinces.text(row, "code"));
  for (int row = 0; row < backbone.rows(); ++row)
    for (const char* end : {"from", "to"}) {
      const Table::Cell& cell = backbone.cell(row, end);
      if (known.contains(cell.text)) continue;
      if (strangers.empty()) first = cell.position;
      strangers.insert(cell.text);
    }
  if (!strangers.empty())
    diagnostics.warning(first,
                        fmt::format("on the backbone, but no provinces of this scenario: {}",
                                    shortened(fmt::format("{}", fmt::join(strangers, ", ")), 80)),
                        "routes may pass through them; check the spelling if that is not meant");
}

/// Equation 1.7, and the check that every province can be reached.
std::vector<double> route_lengths(const std::vector<Province>& provinces, const Table& backbone,
                                  Diagnostics& diagnostics) {
  const std::map<std::string, int> nodes = number_nodes(provinces, backbone);
  std::vector<Link> links;
  for (int row = 0; row < backbone.rows(); ++row)
    links.push_back(
        {nodes.at(backbone.text(row, "from")), nodes.at(backbone.text(row, "to")), backbone.number(row, "route_km")});
  const int all = static_cast<int>(nodes.size());
  const std::vector<int> part = connected_parts(all, links);
  std::vector<std::string> cut_off;
  for (std::size_t p = 1; p < provinces.size(); ++p)
    if (part[p] != part[0]) cut_off.push_back(provinces[p].code);
  if (!cut_off.empty())
    diagnostics.error({backbone.file()},
                      fmt::format("the backbone is not connected: no route from {} to {}", provinces[0].code,
                                  shortened(joined(cut_off, ", "), 80)),
                      "add the missing links");
  const std::vector<double> lengths = shortest_distances(all, links);
  std::vector<double> between;
  for (std::size_t p = 0; p < provinces.size(); ++p) {
    const auto row = lengths.begin() + static_cast<std::ptrdiff_t>(p * static_cast<std::size_t>(all));
    between.insert(between.end(), row, row + static_cast<std::ptrdiff_t>(provinces.size()));
  }
  return between;
}

void number_regions(Provinces& provinces) {
  for (const Province& province : provinces.list) {
    auto found = std::ranges::find(provinces.regions, province.region);
    if (found == provinces.regions.end()) found = provinces.regions.insert(found, province.region);
    provinces.region_of.push_back(static_cast<int>(found - provinces.regions.begin()));
  }
}

}  // namespace

std::vector<std::string> Provinces::codes() const {
  std::vector<std::string> codes;
  for (const Province& province : list) codes.push_back(province.code);
  return codes;
}

std::optional<Provinces> bind_provinces(const GeographyInputs& inputs, const Form& form, DrawPlan& draws,
                                        Diagnostics& diagnostics) {
  const bool unread = inputs.provinces.rows() == 0 || inputs.backbone.rows() == 0;
  if (unread) return std::nullopt;  // reported by whoever read the table
  const int errors_before = diagnostics.error_count();
  Provinces provinces;
  provinces.list = read_provinces(inputs.provinces, diagnostics);
  keep_only(provinces.list, inputs.only, form.position("geography.only"), diagnostics);
  if (provinces.list.empty()) return std::nullopt;
  set_affluence(provinces.list);
  number_regions(provinces);
  warn_of_transit(inputs.provinces, inputs.backbone, diagnostics);
  provinces.distance_km = route_lengths(provinces.list, inputs.backbone, diagnostics);
  const auto draw_factor = [&](const char* name, Quantity spread) {
    const double unit_factor = 0.5 * form.mean(spread);  // the score at which the factor of eq. 1.5 is one
    return draws.per_label(name, provinces.codes(), DrawKind::standard_normal, unit_factor);
  };
  provinces.cost = draw_factor("geography.spread.cost", inputs.cost_spread);
  provinces.demand = draw_factor("geography.spread.demand", inputs.demand_spread);
  provinces.pace = draw_factor("geography.spread.pace", inputs.pace_spread);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return provinces;
}

}  // namespace groundwork
