#include <algorithm>
#include <array>
#include <map>

#include "sim/report/display.hpp"
#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/outline.hpp"
#include "sim/report/workbook/sheets.hpp"
#include "sim/report/workbook/year_charts.hpp"

namespace groundwork {

namespace {

/// Cost alone, cost together, and what the difference is called.
struct Pair {
  const char *alone, *together;
  Words title;
};

/// What is saved of each cost item in all, a bar from each network: means, which add up.
void draw_items(const SheetSource& source, const Sheet& sheet, const FigureRows& rows, int first_row,
                YearCharts& charts) {
  const OutputTable& table = source.run.results.table;
  const MetricBlock* const block = find_block(table, outline::saved_items.back());
  if (block == nullptr) return;
  // The scopes of the metric by what they are part of: the country's items are part of nothing, and come first.
  std::map<std::string, std::vector<int>> found;
  for (const int index : block->scopes) {
    const Scope& scope = table.scopes()[static_cast<std::size_t>(index)];
    if (const auto row = rows.find(scope.name, block->metric.name, "Mean"))
      found[scope.within].push_back(first_row + *row);
  }
  const std::vector<int> country = found[""];
  found.erase("");
  if (country.empty() || found.empty()) return;
  constexpr std::array<lxw_color_t, 3> colours{chart_colours::orange, chart_colours::blue, chart_colours::green};
  constexpr int item_column = 0, network_column = 1;
  const int total_column = rows.first_period_column + rows.years;
  SheetChart chart(source, ChartKind::stacked_bars, {country.front(), item_column, country.back(), item_column});
  chart.set_title(source.say({"Saved on each cost item, all years, mean", "各成本项的节省，合计，均值"}),
                  display_of(block->metric, source.language).label);
  std::size_t colour = 0;
  for (const auto& [network, items] : found)
    chart.add(sheet, {{items.front(), total_column, items.back(), total_column},
                      items.front(),
                      network_column,
                      colours[colour++ % colours.size()]});
  constexpr double height_pixels = 440.0;  // room for the name of each item
  charts.place(chart, height_pixels);
}

/// Country and networks, then the cost items of either.
FigureRows saving_rows(const SheetSource& source, const std::vector<const MetricBlock*>& blocks,
                       std::vector<int> scopes) {
  const OutputTable& table = source.run.results.table;
  std::vector<const MetricBlock*> all = blocks;
  for (const MetricBlock* block : find_blocks(table, outline::saved_items)) all.push_back(block);
  for (const int item : scopes_of_kind(table, "item")) scopes.push_back(item);
  FigureRows rows = figure_rows(source, all, scopes, Places::shown);
  const auto first = std::ranges::find(rows.keys, outline::saved_items.front(), &FigureRows::Key::metric);
  gather_scopes(rows, static_cast<int>(first - rows.keys.begin()));
  return rows;
}

}  // namespace

void add_savings_sheet(const SheetSource& source) {
  const OutputTable& table = source.run.results.table;
  const std::vector<const MetricBlock*> blocks = find_blocks(table, outline::savings);
  if (blocks.empty()) return;
  std::vector<int> scopes{0};
  for (const int network : scopes_of_kind(table, "network")) scopes.push_back(network);
  const FigureRows rows = saving_rows(source, blocks, scopes);
  Sheet sheet(source, {"Savings", "节省"}, source.say({"What building together saves", "共建共享节省了什么"}),
              source.say({"Each network, alone and together; below, what is spent on and saved of each cost item. "
                          "Charts show means, for means add up: alone less saved is "
                          "together. Quantiles do not add up.",
                          "各网络独立建设与共建共享的对比，其下为各成本项的支出与节省。图中为均值，因为均值可以相加：独"
                          "立建设减去节省即为共建共享。"
                          "分位数不能相加。"}));
  const int first_row = sheet.add_table(rows.table);
  constexpr int figure_column = 2;
  YearCharts charts(source, sheet, rows, first_row, figure_column);
  const std::array<Pair, 2> pairs{
      Pair{
          "rollout_capex_alone", "rollout_capex", {"Capital cost, alone and together", "资本开支：独立建设与共建共享"}},
      Pair{"rollout_opex_alone", "rollout_opex", {"Running cost, alone and together", "运营成本：独立建设与共建共享"}}};
  for (const int scope : scopes)
    for (const Pair& pair : pairs) {
      const Scope& place = table.scopes()[static_cast<std::size_t>(scope)];
      const MetricBlock* const block = find_block(table, pair.together);
      if (block == nullptr) continue;
      charts.add(ChartKind::columns, source.say(place.title + Words{": ", "："} + pair.title),
                 display_of(block->metric, source.language).label,
                 {{place.name, pair.alone, "Mean", chart_colours::grey},
                  {place.name, pair.together, "Mean", chart_colours::blue}});
    }
  draw_items(source, sheet, rows, first_row, charts);
}

}  // namespace groundwork
