#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/outline.hpp"
#include "sim/report/workbook/sheet_chart.hpp"
#include "sim/report/workbook/sheets.hpp"

namespace groundwork {

namespace {

constexpr int place_columns = 4;

/// The statistic of a metric's last period in each place, as a column.
void append_figure(const SheetSource& source, const MetricBlock& block, const Statistic& statistic,
                   const std::vector<int>& places, SheetTable& table) {
  const Display display = display_of(block.metric, source.language);
  std::vector<double> values;
  for (const int place : places) {
    const auto found = std::ranges::find(block.scopes, place);
    const int slot = static_cast<int>(found - block.scopes.begin());
    const int cell = found == block.scopes.end() ? -1 : block.cell(slot, static_cast<int>(block.periods.size()) - 1);
    values.push_back(cell < 0
                         ? Summary::unknown
                         : statistic.of(source.run.results.cells[static_cast<std::size_t>(cell)]) / display.divisor);
  }
  double largest = 0.0;
  for (const double value : values) largest = std::fabs(value) > largest ? std::fabs(value) : largest;
  const std::string& period = block.periods.back();
  const std::string when = period == "total" ? source.say({"total", "合计"}) : period;
  table.columns.push_back({{source.say(block.metric.title), display.label, source.say(statistic.name) + ", " + when}});
  for (std::size_t i = 0; i < values.size(); ++i)
    table.rows[i].emplace_back(values[i], number_format(display, largest));
}

void append_places(const SheetSource& source, const std::vector<int>& places, SheetTable& table) {
  const auto& scopes = source.run.results.table.scopes();
  const Language other = source.language == Language::en ? Language::zh : Language::en;
  for (const Words& heading :
       {Words{"Province", "省份"}, Words{"省份", "Province"}, Words{"Code", "代码"}, Words{"Region", "地区"}})
    table.columns.push_back({{"", "", source.say(heading)}});
  for (const int place : places) {
    const Scope& scope = scopes[static_cast<std::size_t>(place)];
    const auto region = std::ranges::find(scopes, scope.within, &Scope::name);
    table.rows.push_back({source.say(scope.title), scope.title.in(other), scope.name,
                          region == scopes.end() ? "" : source.say(region->title)});
  }
}

/// The first metric as columns, below the table.
void draw_first(const SheetSource& source, Sheet& sheet, const Metric& metric, const CellRange& values) {
  constexpr double width_pixels = 1200.0, height_pixels = 360.0;
  SheetChart chart(source, ChartKind::columns, {values.first_row, 0, values.last_row, 0});
  chart.set_title(source.say(metric.title), display_of(metric, source.language).label);
  chart.add(sheet, {values, values.first_row - 1, values.first_column});
  sheet.place(chart.get(), values.last_row + 2, 0, width_pixels, height_pixels);
}

}  // namespace

void add_provinces_sheet(const SheetSource& source) {
  const OutputTable& table = source.run.results.table;
  const std::vector<int> places = scopes_of_kind(table, "province");
  const std::vector<const MetricBlock*> blocks = find_blocks(table, outline::provinces);
  if (places.empty() || blocks.empty()) return;
  std::vector<Statistic> statistics = statistics_of(source.run.results);
  std::stable_partition(statistics.begin(), statistics.end(),
                        [](const Statistic& statistic) { return statistic.name.en == "P50"; });
  SheetTable cells;
  cells.page_columns = place_columns + static_cast<int>(blocks.size());
  append_places(source, places, cells);
  for (const MetricBlock* block : blocks) append_figure(source, *block, statistics.front(), places, cells);
  for (const MetricBlock* block : blocks)
    for (std::size_t i = 1; i < statistics.size(); ++i) append_figure(source, *block, statistics[i], places, cells);
  Sheet sheet(
      source, {"Provinces", "省份"}, source.say({"Province by province", "分省结果"}),
      source.say(
          {"At the end of the horizon, or over all of it. Medians first; P5, P95 and means to the right. "
           "Medians of provinces do not add up to the country's; means do.",
           "期末值或全期合计。先列中位数，右侧为 P5、P95 和均值。各省中位数之和不等于全国中位数；均值可以相加。"}));
  const int first_row = sheet.add_table(cells);
  const int last_row = first_row + static_cast<int>(places.size()) - 1;
  for (int i = 0; i < std::ssize(blocks); ++i)
    sheet.add_data_bars({first_row, place_columns + i, last_row, place_columns + i});
  draw_first(source, sheet, blocks.front()->metric, {first_row, place_columns, last_row, place_columns});
}

}  // namespace groundwork
