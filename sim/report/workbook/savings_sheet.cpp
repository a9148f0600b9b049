#include <array>

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

}  // namespace

void add_savings_sheet(const SheetSource& source) {
  const OutputTable& table = source.run.results.table;
  const std::vector<const MetricBlock*> blocks = find_blocks(table, outline::savings);
  if (blocks.empty()) return;
  std::vector<int> scopes{0};
  for (const int network : scopes_of_kind(table, "network")) scopes.push_back(network);
  const FigureRows rows = figure_rows(source, blocks, scopes, Places::shown);
  Sheet sheet(source, {"Savings", "节省"}, source.say({"What building together saves", "共建共享节省了什么"}),
              source.say({"Each network, alone and together. Charts show means, for means add up: alone less saved is "
                          "together. Quantiles do not add up.",
                          "各网络独立建设与共建共享的对比。图中为均值，因为均值可以相加：独立建设减去节省即为共建共享。"
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
}

}  // namespace groundwork
