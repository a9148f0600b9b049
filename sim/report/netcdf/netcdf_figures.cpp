#include "sim/report/netcdf/netcdf_figures.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

/// The calendar year that a period is; none for "total".
std::optional<int> year_of(const std::string& period) {
  int year = 0;
  const char* const end = period.data() + period.size();
  const auto [stop, problem] = std::from_chars(period.data(), end, year);
  return problem == std::errc() && stop == end ? std::optional(year) : std::nullopt;
}

std::vector<int> all_years(const OutputTable& table) {
  std::set<int> years;
  for (const MetricBlock& block : table.blocks())
    for (const std::string& period : block.periods)
      if (const auto year = year_of(period)) years.insert(*year);
  return {years.begin(), years.end()};
}

}  // namespace

NetcdfFigures netcdf_figures(const OutputTable& table) {
  NetcdfFigures figures{all_years(table), {}};
  for (std::size_t index = 0; index < table.blocks().size(); ++index) {
    const auto& [metric, scopes, periods, first_cell] = table.blocks()[index];
    NetcdfFigure yearly{static_cast<int>(index), metric.name, metric.meaning.en,
                        std::vector<int>(figures.years.size(), -1), true};
    std::vector<int> whole;
    for (int period = 0; period < static_cast<int>(periods.size()); ++period)
      if (const auto year = year_of(periods[static_cast<std::size_t>(period)]))
        yearly.periods[static_cast<std::size_t>(std::ranges::find(figures.years, *year) - figures.years.begin())] =
            period;
      else
        whole.push_back(period);
    check(whole.size() <= 1, "netcdf_figures: two periods that are no years");
    const bool has_years = whole.size() < periods.size();
    if (has_years) figures.list.push_back(std::move(yearly));
    for (const int period : whole)
      figures.list.push_back({static_cast<int>(index),
                              has_years ? metric.name + "_total" : metric.name,
                              has_years ? metric.meaning.en + ", over the whole horizon" : metric.meaning.en,
                              {period},
                              false});
  }
  return figures;
}

std::string netcdf_units(const Metric& metric) { return metric.udunit.empty() ? metric.unit : metric.udunit; }

}  // namespace groundwork
