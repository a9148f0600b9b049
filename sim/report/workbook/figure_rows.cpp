#include "sim/report/workbook/figure_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include "sim/report/display.hpp"

namespace groundwork {

namespace {

/// P5, P50 and P95 among summary_probabilities.
template <std::size_t index>
double quantile(const Summary& cell) {
  return cell.quantile[index];
}

int year_of(const std::string& period) {
  int year = 0;
  const auto [end, problem] = std::from_chars(period.data(), period.data() + period.size(), year);
  return problem == std::errc() && end == period.data() + period.size() ? year : 0;
}

/// Years in order, then the total if any block has it.
std::vector<std::string> all_periods(const std::vector<const MetricBlock*>& blocks) {
  std::vector<std::string> years, others;
  for (const MetricBlock* block : blocks)
    for (const std::string& period : block->periods) {
      std::vector<std::string>& list = year_of(period) > 0 ? years : others;
      if (std::ranges::find(list, period) == list.end()) list.push_back(period);
    }
  std::ranges::sort(years);
  years.insert(years.end(), others.begin(), others.end());
  return years;
}

/// The statistic in each period in display units; NaN where the block does not have it.
std::vector<double> values_of(const Results& results, const MetricBlock& block, int slot, const Statistic& statistic,
                              const std::vector<std::string>& periods) {
  std::vector<double> values;
  for (const std::string& period : periods) {
    const auto found = std::ranges::find(block.periods, period);
    const int index = static_cast<int>(found - block.periods.begin());
    values.push_back(found == block.periods.end()
                         ? Summary::unknown
                         : statistic.of(results.cells[static_cast<std::size_t>(block.cell(slot, index))]));
  }
  return values;
}

/// What all rows of a table have in common.
struct Layout {
  Places places;
  std::vector<std::string> periods;
};

/// Appends the values of a row, of which the years share a format and the total has its own.
void append_values(std::vector<SheetCell>& row, const std::vector<double>& values, int years, const Display& display) {
  double largest = 0.0;
  for (int i = 0; i < years; ++i)
    if (const double value = std::fabs(values[static_cast<std::size_t>(i)]); value > largest) largest = value;
  for (int i = 0; i < std::ssize(values); ++i) {
    const double value = values[static_cast<std::size_t>(i)];
    const double magnitude = i < years ? largest : std::fabs(value);
    row.emplace_back(value / display.divisor, number_format(display, magnitude / display.divisor));
  }
}

std::string title_of(const OutputTable& table, const std::string& scope, Language language) {
  const auto found = std::ranges::find(table.scopes(), scope, &Scope::name);
  return found == table.scopes().end() ? "" : found->title.in(language);
}

void add_leading_columns(const SheetSource& source, Places places, SheetTable& table) {
  const auto add = [&](const Words& heading) { table.columns.push_back({{source.say(heading)}}); };
  if (places == Places::shown) {
    add({"Place, network or item", "地区、网络或成本项"});
    add({"Part of", "所属"});
  }
  add({"Figure", "指标"});
  add({"Unit", "单位"});
  add({"Statistic", "统计量"});
  table.frozen_columns = static_cast<int>(table.columns.size());
}

void add_rows(const SheetSource& source, const MetricBlock& block, int scope, const Layout& layout, FigureRows& rows) {
  const OutputTable& table = source.run.results.table;
  const auto slot = std::ranges::find(block.scopes, scope);
  if (slot == block.scopes.end()) return;
  const Scope& place = table.scopes()[static_cast<std::size_t>(scope)];
  const Display display = display_of(block.metric, source.language);
  for (const Statistic& statistic : statistics_of(source.run.results)) {
    std::vector<SheetCell> row;
    if (layout.places == Places::shown) {
      row.emplace_back(source.say(place.title));
      row.emplace_back(title_of(table, place.within, source.language));
    }
    row.emplace_back(source.say(block.metric.title));
    row.emplace_back(display.label);
    row.emplace_back(source.say(statistic.name));
    const std::vector<double> values =
        values_of(source.run.results, block, static_cast<int>(slot - block.scopes.begin()), statistic, layout.periods);
    append_values(row, values, rows.years, display);
    rows.table.rows.push_back(std::move(row));
    rows.keys.push_back({place.name, block.metric.name, statistic.name.en});
  }
}

}  // namespace

std::vector<Statistic> statistics_of(const Results& results) {
  const Statistic mean{{"Mean", "均值"}, [](const Summary& cell) { return cell.mean; }};
  if (results.is_central) return {mean};
  return {{Words::same("P5"), quantile<1>}, {Words::same("P50"), quantile<4>}, {Words::same("P95"), quantile<7>}, mean};
}

const MetricBlock* find_block(const OutputTable& table, std::string_view metric) {
  for (const MetricBlock& block : table.blocks())
    if (block.metric.name == metric) return &block;
  return nullptr;
}

std::vector<const MetricBlock*> find_blocks(const OutputTable& table, std::span<const std::string_view> metrics) {
  std::vector<const MetricBlock*> blocks;
  for (const std::string_view metric : metrics)
    if (const MetricBlock* const block = find_block(table, metric); block != nullptr) blocks.push_back(block);
  return blocks;
}

SheetCell period_cell(const std::string& period, Language language) {
  if (const int year = year_of(period); year > 0) return {static_cast<double>(year), {0, false}};
  return period == "total" ? Words{"total", "合计"}.in(language) : period;
}

std::optional<int> FigureRows::find(const std::string& scope, std::string_view metric,
                                    std::string_view statistic) const {
  const auto found = std::ranges::find_if(
      keys, [&](const Key& key) { return key.scope == scope && key.metric == metric && key.statistic == statistic; });
  if (found == keys.end()) return std::nullopt;
  return static_cast<int>(found - keys.begin());
}

FigureRows figure_rows(const SheetSource& source, const std::vector<const MetricBlock*>& blocks,
                       const std::vector<int>& scopes, Places places) {
  FigureRows rows;
  const Layout layout{places, all_periods(blocks)};
  add_leading_columns(source, places, rows.table);
  rows.first_period_column = static_cast<int>(rows.table.columns.size());
  rows.years = static_cast<int>(
      std::ranges::count_if(layout.periods, [](const std::string& period) { return year_of(period) > 0; }));
  for (const std::string& period : layout.periods)
    rows.table.columns.push_back({{period_cell(period, source.language)}});
  for (const int scope : scopes)
    for (const MetricBlock* block : blocks) add_rows(source, *block, scope, layout, rows);
  return rows;
}

void gather_scopes(FigureRows& rows, int first) {
  // By the first row of the same metric and statistic.
  const auto rank = [&](std::size_t row) {
    return std::ranges::find_if(rows.keys.begin() + first, rows.keys.end(), [&](const FigureRows::Key& key) {
      return key.metric == rows.keys[row].metric && key.statistic == rows.keys[row].statistic;
    });
  };
  std::vector<std::size_t> order(rows.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin() + first, order.end(),
                   [&](std::size_t one, std::size_t other) { return rank(one) < rank(other); });
  FigureRows gathered = rows;
  for (std::size_t i = 0; i < order.size(); ++i) {
    gathered.keys[i] = rows.keys[order[i]];
    gathered.table.rows[i] = rows.table.rows[order[i]];
  }
  rows = std::move(gathered);
}

std::vector<int> scopes_of_kind(const OutputTable& table, std::string_view kind) {
  std::vector<int> scopes;
  for (int i = 0; i < std::ssize(table.scopes()); ++i)
    if (table.scopes()[static_cast<std::size_t>(i)].kind == kind) scopes.push_back(i);
  return scopes;
}

}  // namespace groundwork
