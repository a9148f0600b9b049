#include "sim/report/run/spread_table.hpp"

#include <fmt/format.h>

#include <vector>

#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/run/spread_bar.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr int no_bars = 0, short_bar = 11, long_bar = 21;  // characters

/// A figure's block and its country cell of the last period.
struct Row {
  const MetricBlock& block;
  const Summary& cell;
};

std::vector<Row> rows_of(const Results& results) {
  std::vector<Row> rows;
  for (const int index : results.table.headline_cells())
    rows.push_back(
        {results.table.block(results.table.at(index).block), results.cells[static_cast<std::size_t>(index)]});
  return rows;
}

std::string coloured(const std::string& bar) {
  const bool goes_past_scale = bar.find_first_of("<>") != std::string::npos;
  return fmt::format("\x1b[{}m{}\x1b[0m", goes_past_scale ? 33 : 36, bar);  // yellow, else cyan
}

/// A whole number, such as a year, is no multiple of its median.
std::string bar_of(const Row& row, int cells, Bars bars) {
  if (row.block.metric.is_whole) return "";
  const auto& quantile = row.cell.quantile;
  const std::string bar = spread_bar(quantile[Summary::p05], quantile[Summary::p50], quantile[Summary::p95], cells);
  return bar.empty() || bars != Bars::coloured ? bar : coloured(bar);
}

std::vector<std::string> numbers(const Row& row, Language language) {
  const Display display = display_of(row.block.metric, language);
  Display finer = display;
  finer.decimals += 2;
  const auto show = [&](double value, const Display& how) { return display_value(value, how, language); };
  const auto& quantile = row.cell.quantile;
  return {metric_label(row.block.metric, language), period_label(row.block.periods.back(), language),
          show(quantile[Summary::p05], display),    show(quantile[Summary::p50], display),
          show(quantile[Summary::p95], display),    show(row.cell.mean, display),
          show(row.cell.standard_error, finer)};
}

/// With bars of so many characters.
std::string table(const Results& results, const ConsoleStyle& style, int bar_cells) {
  const auto in = [&](const Words& words) { return words.in(style.language); };
  std::vector<std::string> header{
      "", in({"period", "时段"}), "P5", "P50", "P95", in({"mean", "均值"}), in({"+- error", "标准误"})};
  if (bar_cells != no_bars) header.push_back(bar_scale(bar_cells));
  TextGrid grid(header);
  for (const Row& row : rows_of(results)) {
    std::vector<std::string> cells = numbers(row, style.language);
    if (bar_cells != no_bars) cells.push_back(bar_of(row, bar_cells, style.bars));
    grid.add(std::move(cells));
  }
  return grid.text();
}

/// The longest bar that fits beside the table.
int fitting_bar(const Results& results, const ConsoleStyle& style) {
  constexpr int gap = 2;  // between two columns of a grid
  if (style.bars == Bars::none) return no_bars;
  const std::string bare = table(results, style, no_bars);
  const std::size_t second_line = bare.find('\n') + 1;  // the dashes are as wide as the table
  const int room = style.columns - static_cast<int>(bare.find('\n', second_line) - second_line) - gap;
  if (room < short_bar) return no_bars;
  return room < long_bar ? short_bar : long_bar;
}

}  // namespace

std::string spread_table(const Results& results, const ConsoleStyle& style) {
  const int bar_cells = fitting_bar(results, style);
  if (bar_cells == no_bars) return table(results, style, no_bars);
  const Words legend{"Bars run from P5 to P95, relative to the median; < and > go past the scale.",
                     "横条为P5至P95相对中位数的偏离；< 和 > 表示超出刻度。"};
  return table(results, style, bar_cells) + legend.in(style.language) + "\n";
}

}  // namespace groundwork
