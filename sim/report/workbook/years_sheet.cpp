#include <algorithm>

#include "sim/report/display.hpp"
#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/outline.hpp"
#include "sim/report/workbook/sheets.hpp"
#include "sim/report/workbook/year_charts.hpp"

namespace groundwork {

namespace {

/// All metrics of the country that have years: those of the outline first.
std::vector<const MetricBlock*> yearly_blocks(const OutputTable& table, int country) {
  std::vector<const MetricBlock*> blocks = find_blocks(table, outline::years);
  for (const MetricBlock& block : table.blocks())
    if (std::ranges::find(blocks, &block) == blocks.end()) blocks.push_back(&block);
  std::erase_if(blocks, [&](const MetricBlock* block) {
    return block->metric.measure == Measure::whole || block->scopes.front() != country;
  });
  return blocks;
}

}  // namespace

void add_years_sheet(const SheetSource& source) {
  const OutputTable& table = source.run.results.table;
  if (table.scopes().empty()) return;
  constexpr int country = 0;
  const Scope& scope = table.scopes().front();
  const FigureRows rows = figure_rows(source, yearly_blocks(table, country), {country}, Places::hidden);
  if (rows.table.rows.empty()) return;
  Sheet sheet(source, {"Years", "逐年"}, source.say(scope.title + Words{", year by year", "逐年结果"}),
              source.say({"Of all paths, 5 % are below P5, half are below P50, 95 % are below P95. Filter Statistic by "
                          "P50 to see medians only. An empty cell has no value.",
                          "全部路径中有 5% 低于 P5，一半低于 P50，95% 低于 P95。在“统计量”中筛选 P50 "
                          "即可只看中位数。空单元格表示没有数值。"}));
  const int first_row = sheet.add_table(rows.table);
  constexpr int statistic_column = 2;
  YearCharts charts(source, sheet, rows, first_row, statistic_column);
  for (const MetricBlock* block : find_blocks(table, outline::years)) {
    const Metric& metric = block->metric;
    const std::string unit = display_of(metric, source.language).label;
    charts.add(ChartKind::lines, source.say(metric.title), unit,
               {{scope.name, metric.name, "P95", chart_colours::pale, true},
                {scope.name, metric.name, "P50"},
                {scope.name, metric.name, "P5", chart_colours::pale, true}});
    if (source.run.results.is_central)
      charts.add(ChartKind::lines, source.say(metric.title), unit, {{scope.name, metric.name, "Mean"}});
  }
}

}  // namespace groundwork
