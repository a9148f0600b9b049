#include "sim/report/run/scope_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

std::string median_of_scope(const Results& results, const MetricBlock& block, int scope, Language language) {
  const auto found = std::ranges::find(block.scopes, scope);
  if (found == block.scopes.end()) return "";
  const int cell =
      block.cell(static_cast<int>(found - block.scopes.begin()), static_cast<int>(block.periods.size()) - 1);
  return display_value(results.cells[static_cast<std::size_t>(cell)].quantile[Summary::p50],
                       display_of(block.metric, language), language);
}

std::vector<int> scopes_of(const OutputTable& table, const std::string& kind) {
  std::vector<int> scopes;
  for (std::size_t i = 0; i < table.scopes().size(); ++i)
    if (table.scopes()[i].kind == kind) scopes.push_back(static_cast<int>(i));
  return scopes;
}

/// What a row is, and of which period its figures are.
std::vector<std::string> first_headings(const Results& results, const std::string& kind, Language language) {
  const Words title{fmt::format("{} by {}", middle(results).en, kind),
                    fmt::format("各{}{}", scope_kind_title(kind).zh, middle(results).zh)};
  return {title.in(language), Words{"period", "时段"}.in(language)};
}

/// Adds a row that has more than its title and period.
void add_unless_empty(TextGrid& grid, std::vector<std::string> row) {
  if (std::any_of(row.begin() + 2, row.end(), [](const std::string& cell) { return !cell.empty(); }))
    grid.add(std::move(row));
}

/// A column for each scope of a kind.
std::string column_table(const Results& results, const std::string& kind, Language language) {
  constexpr std::size_t most = 8;  // more columns than a screen has room for
  const std::vector<int> scopes = scopes_of(results.table, kind);
  if (scopes.size() > most) return "";
  std::vector<std::string> header = first_headings(results, kind, language);
  for (const int scope : scopes)
    header.push_back(scope_label(results.table.scopes()[static_cast<std::size_t>(scope)], language));
  TextGrid grid(header);
  for (const MetricBlock& block : results.table.blocks()) {
    std::vector<std::string> row{metric_label(block.metric, language),
                                 block.periods.empty() ? "" : period_label(block.periods.back(), language)};
    for (const int scope : scopes) row.push_back(median_of_scope(results, block, scope, language));
    add_unless_empty(grid, std::move(row));
  }
  return grid.has_rows() ? grid.text() : "";
}

/// The last periods that these metrics have, each once.
std::vector<std::string> last_periods(const std::vector<const MetricBlock*>& blocks) {
  std::vector<std::string> periods;
  for (const MetricBlock* block : blocks)
    if (std::ranges::find(periods, block->periods.back()) == periods.end()) periods.push_back(block->periods.back());
  return periods;
}

/// A row for each scope of a kind that is part of no other, a column for each metric that has any of them.
std::string row_table(const Results& results, const std::string& kind, Language language) {
  const OutputTable& table = results.table;
  std::vector<int> scopes = scopes_of(table, kind);
  std::erase_if(scopes, [&](int scope) { return !table.scopes()[static_cast<std::size_t>(scope)].within.empty(); });
  std::vector<const MetricBlock*> blocks;
  std::vector<std::string> header = first_headings(results, kind, language);
  for (const MetricBlock& block : table.blocks())
    if (!block.periods.empty() && std::ranges::find_first_of(block.scopes, scopes) != block.scopes.end()) {
      blocks.push_back(&block);
      header.push_back(metric_label(block.metric, language));
    }
  TextGrid grid(header);
  for (const std::string& period : last_periods(blocks))
    for (const int scope : scopes) {
      std::vector<std::string> row{scope_label(table.scopes()[static_cast<std::size_t>(scope)], language),
                                   period_label(period, language)};
      for (const MetricBlock* block : blocks)
        row.push_back(block->periods.back() == period ? median_of_scope(results, *block, scope, language) : "");
      add_unless_empty(grid, std::move(row));
    }
  return grid.has_rows() ? grid.text() : "";
}

std::vector<std::string> other_kinds(const OutputTable& table) {
  std::vector<std::string> kinds;
  for (const Scope& scope : table.scopes())
    if (scope.kind != table.scopes().front().kind && std::ranges::find(kinds, scope.kind) == kinds.end())
      kinds.push_back(scope.kind);
  return kinds;
}

}  // namespace

Words middle(const Results& results) {
  return results.is_central ? Words{"central path", "均值路径"} : Words{"median", "中位数"};
}

std::vector<std::string> scope_tables(const Results& results, Language language) {
  std::vector<std::string> tables;
  for (const std::string& kind : other_kinds(results.table)) {
    std::string text = kind == "item" ? row_table(results, kind, language) : column_table(results, kind, language);
    if (!text.empty()) tables.push_back(std::move(text));
  }
  return tables;
}

}  // namespace groundwork
