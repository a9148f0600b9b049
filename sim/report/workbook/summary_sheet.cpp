#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/outline.hpp"
#include "sim/report/workbook/sheet_chart.hpp"
#include "sim/report/workbook/sheets.hpp"

namespace groundwork {

namespace {

/// Figures of the country: money first, then the others in the order of results.
std::vector<const MetricBlock*> headline_blocks(const OutputTable& table) {
  std::vector<const MetricBlock*> blocks = find_blocks(table, outline::money);
  for (const MetricBlock& block : table.blocks())
    if (std::ranges::find(blocks, &block) == blocks.end()) blocks.push_back(&block);
  std::erase_if(blocks, [](const MetricBlock* block) { return block->scopes.front() != 0; });
  return blocks;
}

/// What the last period is: all years, or the end of one.
std::string period_text(const MetricBlock& block, Language language) {
  const std::string& period = block.periods.back();
  if (period == "total") return Words{"total", "合计"}.in(language);
  return Words{"end of " + period, period + "年末"}.in(language);
}

/// Of the last period, in display units.
std::vector<SheetCell> headline_row(const SheetSource& source, const MetricBlock& block) {
  const Results& results = source.run.results;
  const Summary& cell =
      results.cells[static_cast<std::size_t>(block.cell(0, static_cast<int>(block.periods.size()) - 1))];
  const Display display = display_of(block.metric, source.language);
  std::vector<SheetCell> row{source.say(block.metric.title), period_text(block, source.language), display.label};
  for (const Statistic& statistic : statistics_of(results)) {
    const double value = statistic.of(cell) / display.divisor;
    row.emplace_back(value, number_format(display, std::fabs(value)));
  }
  if (!results.is_central) {
    constexpr int more_decimals = 2;  // an error is smaller than what it is of
    row.emplace_back(cell.standard_error / display.divisor, NumberFormat{display.decimals + more_decimals});
  }
  const auto paths = static_cast<double>(cell.defined + cell.undefined);
  row.emplace_back(100.0 * static_cast<double>(cell.undefined) / paths, NumberFormat{1});
  row.emplace_back(source.say(block.metric.meaning));
  row.emplace_back(block.metric.name);
  return row;
}

SheetTable headline_table(const SheetSource& source, const std::vector<const MetricBlock*>& blocks) {
  constexpr int text = 60;
  SheetTable table;
  const auto add = [&](const Words& heading, int widest) { table.columns.push_back({{source.say(heading)}, widest}); };
  add({"Figure", "指标"}, 40);
  add({"Period", "时段"}, 10);
  add({"Unit", "单位"}, 12);
  for (const Statistic& statistic : statistics_of(source.run.results)) add(statistic.name, 16);
  if (!source.run.results.is_central) add({"± (standard error)", "±（标准误）"}, 16);
  add({"No value, % of paths", "无数值的路径（%）"}, 16);
  add({"Meaning", "含义"}, text);
  add({"Name in results", "结果中的名称"}, 30);
  for (const MetricBlock* block : blocks) table.rows.push_back(headline_row(source, *block));
  return table;
}

std::string first_line(const SheetSource& source) {
  const Results& results = source.run.results;
  const std::size_t changes = source.run.changes ? source.run.changes->inputs.size() : 0;
  const std::string paths = grouped(results.paths);
  const std::string made =
      fmt::format(fmt::runtime(source.say({"{} possible futures, seed {}. ", "{} 种可能情形，随机种子 {}。"})), paths,
                  results.run.seed);
  return made + (changes == 0
                     ? source.say({"It changes no other scenario.", "未修改其他情景。"})
                     : fmt::format(fmt::runtime(source.say({"It changes {} inputs of its base: see below the table.",
                                                            "修改了基准情景的 {} 项输入：见表格下方。"})),
                                   changes));
}

/// Money from P5 to P95, side by side. The rows of the table are contiguous, for these come first.
void draw_money(const SheetSource& source, Sheet& sheet, const SheetTable& table, int first_row) {
  const std::vector<const MetricBlock*> money = find_blocks(source.run.results.table, outline::money);
  if (money.empty() || source.run.results.is_central) return;
  constexpr double width_pixels = 720.0, height_pixels = 440.0;
  constexpr int p5 = 3;
  const int last_row = first_row + static_cast<int>(money.size()) - 1;
  SheetChart chart(source, ChartKind::ranges, {first_row, 0, last_row, 0});
  chart.set_title(source.say({"Where 90 % of futures lie", "90% 的情形所在范围"}),
                  display_of(money.front()->metric, source.language).label);
  for (int i = 0; i < 3; ++i)
    chart.add(sheet, {{first_row, p5 + i, last_row, p5 + i},
                      first_row - 1,
                      p5 + i,
                      i == 1 ? chart_colours::orange : chart_colours::blue,
                      i != 1});
  sheet.place(chart.get(), first_row - 1, static_cast<int>(table.columns.size()) + 1, width_pixels, height_pixels);
}

/// What was asked, and what differs from the base, from `row` on.
void write_question(const SheetSource& source, Sheet& sheet, int row, int last_column) {
  const SavedRun& run = source.run;
  sheet.write(row, 0, source.say({"What was asked", "问题"}), CellLook::title);
  sheet.write_paragraph(++row, last_column, source.say(run.description));
  if (!run.changes || run.changes->inputs.empty()) return;
  row += 2;
  sheet.write(row, 0, source.say({"What differs from the base", "与基准情景的差异"}), CellLook::title);
  sheet.write_paragraph(
      ++row, last_column,
      source.say(run.changes->title + Words{" (" + run.changes->base + ")", "（" + run.changes->base + "）"}));
  int column = 0;
  ++row;
  for (const Words& heading :
       {Words{"Input", "输入"}, Words{"Unit", "单位"}, Words{"Base", "基准"}, Words{"Here", "本情景"}})
    sheet.write(row, column++, source.say(heading), CellLook::heading);
  for (const InputDifference& input : run.changes->inputs) {
    column = 0;
    ++row;
    for (const std::string& text : {input.key, input.unit, input.values.front(), input.values.back()})
      sheet.write(row, column++, text);
  }
}

}  // namespace

void add_summary_sheet(const SheetSource& source) {
  const SheetTable table = headline_table(source, headline_blocks(source.run.results.table));
  Sheet sheet(source, {"Summary", "摘要"}, source.say(source.run.title), first_line(source));
  const int first_row = sheet.add_table(table);
  draw_money(source, sheet, table, first_row);
  write_question(source, sheet, first_row + static_cast<int>(table.rows.size()) + 2,
                 static_cast<int>(table.columns.size()) - 2);
}

}  // namespace groundwork
