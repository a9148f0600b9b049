#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/report/workbook/figure_rows.hpp"
#include "sim/report/workbook/sheet_chart.hpp"

namespace groundwork {

/// A row of a table by year that a chart draws.
struct DrawnRow {
  std::string scope, metric, statistic;
  lxw_color_t colour = chart_colours::blue;
  bool is_dashed = false;
};

/// Places charts of a table by year to its right, two in a row.
class YearCharts {
 public:
  /// `name_column`: of the cells that series are called by.
  YearCharts(const SheetSource& source, Sheet& sheet, const FigureRows& rows, int first_row, int name_column);

  /// Rows that the table does not have are left out; no chart without any.
  void add(ChartKind kind, const std::string& title, const std::string& unit, const std::vector<DrawnRow>& drawn);
  /// Places a chart of other cells as the next; one that is higher than the others has to be the last.
  void place(const SheetChart& chart, double height_pixels = 300.0);

 private:
  const SheetSource& source_;
  Sheet& sheet_;
  const FigureRows& rows_;
  int first_row_, name_column_;
  int placed_ = 0;
};

}  // namespace groundwork
