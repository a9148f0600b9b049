#include <algorithm>
#include <array>

#include "sim/report/display.hpp"
#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/outline.hpp"
#include "sim/report/workbook/sheets.hpp"
#include "sim/report/workbook/year_charts.hpp"

namespace groundwork {

namespace {

constexpr std::array<lxw_color_t, 4> colours{chart_colours::blue, chart_colours::orange, chart_colours::green,
                                             chart_colours::grey};

/// The country, regions, provinces, whose load is carried where, and cost items.
std::vector<int> places_of(const OutputTable& table) {
  std::vector<int> places = scopes_of_kind(table, "country");
  for (const char* kind : {"region", "province", "flow", "item"})
    for (const int scope : scopes_of_kind(table, kind)) places.push_back(scope);
  return places;
}

}  // namespace

void add_racks_sheet(const SheetSource& source) {
  const OutputTable& table = source.run.results.table;
  const std::vector<const MetricBlock*> blocks = find_blocks(table, outline::racks);
  if (blocks.empty()) return;
  const FigureRows rows = figure_rows(source, blocks, places_of(table), Places::shown);
  Sheet sheet(
      source, {"Racks", "机架"}, source.say({"Racks by region and province", "各地区和省份的机架"}),
      source.say({"Where racks stand; the last rows say whose load they carry, and what they cost by item. Charts "
                  "stack means, for means add up.",
                  "机架所在地；最后几行说明承载哪个区域的负载以及分项成本。图中堆叠的是均值，因为均值可以相加。"}));
  const int first_row = sheet.add_table(rows.table);
  YearCharts charts(source, sheet, rows, first_row, /*name_column=*/0);
  for (const MetricBlock* block : blocks) {
    const bool adds_up = block->metric.unit != "share";
    std::vector<DrawnRow> drawn;
    for (const char* kind : {"region", "item"})
      for (const int scope : scopes_of_kind(table, kind))
        if (std::ranges::find(block->scopes, scope) != block->scopes.end())
          drawn.push_back({table.scopes()[static_cast<std::size_t>(scope)].name, block->metric.name, "Mean",
                           colours[drawn.size() % colours.size()]});
    charts.add(adds_up ? ChartKind::stacked_columns : ChartKind::lines,
               source.say(block->metric.title + Words{", mean", "，均值"}),
               display_of(block->metric, source.language).label, drawn);
  }
}

}  // namespace groundwork
