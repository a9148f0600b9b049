#pragma once

#include <string>

#include "sim/report/workbook/sheet.hpp"

namespace groundwork {

enum class ChartKind {
  lines,
  columns,
  stacked_columns,
  stacked_bars,  ///< Across, the first category on top, for categories with long names.
  ranges,        ///< From the lowest series to the highest, each as a mark.
};

/// Colours of charts; the first three also on the report page.
namespace chart_colours {
inline constexpr lxw_color_t blue = 0x1F5FA8, orange = 0xD9771B, green = 0x2E8B57, grey = 0x8C8C8C, pale = 0x7FA8D1;
}

struct ChartSeries {
  CellRange values;
  int name_row = 0, name_column = 0;  ///< Of the cell with its name.
  lxw_color_t colour = chart_colours::blue;
  bool is_dashed = false;
};

/// A chart of the spreadsheet's own that draws cells of one sheet, and follows when they change.
/// It has to be placed: a workbook with a chart that stands nowhere is damaged.
class SheetChart {
 public:
  /// `categories` are the cells along the axis.
  SheetChart(const SheetSource& source, ChartKind kind, const CellRange& categories);

  /// The unit, which may be empty, stands behind the title.
  void set_title(const std::string& title, const std::string& unit);
  void add(const Sheet& sheet, const ChartSeries& series);
  lxw_chart* get() const { return chart_; }

 private:
  ChartKind kind_;
  CellRange categories_;
  lxw_chart* chart_;
};

/// A text that a chart does not take for a reference to cells.
std::string chart_text(const std::string& text);

}  // namespace groundwork
