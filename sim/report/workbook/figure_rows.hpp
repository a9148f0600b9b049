#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/workbook/sheet.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// A number that a distribution is told by.
struct Statistic {
  Words name;
  double (*of)(const Summary&);
};

/// P5, P50, P95 and the mean; only the mean where there is one path.
std::vector<Statistic> statistics_of(const Results& results);

/// The block of that metric, or null.
const MetricBlock* find_block(const OutputTable& table, std::string_view metric);
/// Those that the table has, in the order named.
std::vector<const MetricBlock*> find_blocks(const OutputTable& table, std::span<const std::string_view> metrics);

/// "total" in a language; other periods are years, and numbers.
SheetCell period_cell(const std::string& period, Language language);

/// A table with a row for each scope, metric and statistic, and a column for each period.
struct FigureRows {
  SheetTable table;
  int first_period_column = 0;
  int years = 0;  ///< Periods that are years; the total, if there is one, is behind them.

  /// Index of the row of these three, or none.
  std::optional<int> find(const std::string& scope, std::string_view metric, std::string_view statistic) const;

  struct Key {
    std::string scope, metric, statistic;
  };
  std::vector<Key> keys;  ///< By row; `statistic` in English.
};

/// Rows of these scopes, by index into the table. `with_place`: columns for the scope and what it is part of lead.
enum class Places { hidden, shown };
FigureRows figure_rows(const SheetSource& source, const std::vector<const MetricBlock*>& blocks,
                       const std::vector<int>& scopes, Places places);

/// Puts the rows of each metric and statistic one below the other, from row `first` on, so that a chart can draw a
/// scope beside the next.
void gather_scopes(FigureRows& rows, int first);

/// Scopes of a kind, by index into the table.
std::vector<int> scopes_of_kind(const OutputTable& table, std::string_view kind);

}  // namespace groundwork
