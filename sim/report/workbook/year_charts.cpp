#include "sim/report/workbook/year_charts.hpp"

namespace groundwork {

YearCharts::YearCharts(const SheetSource& source, Sheet& sheet, const FigureRows& rows, int first_row, int name_column)
    : source_(source), sheet_(sheet), rows_(rows), first_row_(first_row), name_column_(name_column) {}

void YearCharts::add(ChartKind kind, const std::string& title, const std::string& unit,
                     const std::vector<DrawnRow>& drawn) {
  std::vector<ChartSeries> found;
  const int first = rows_.first_period_column, last = first + rows_.years - 1;
  for (const DrawnRow& line : drawn)
    if (const auto index = rows_.find(line.scope, line.metric, line.statistic)) {
      const int row = first_row_ + *index;
      found.push_back({{row, first, row, last}, row, name_column_, line.colour, line.is_dashed});
    }
  if (found.empty()) return;
  SheetChart chart(source_, kind, {first_row_ - 1, first, first_row_ - 1, last});
  chart.set_title(title, unit);
  for (const ChartSeries& series : found) chart.add(sheet_, series);
  place(chart);
}

void YearCharts::place(const SheetChart& chart, double height_pixels) {
  constexpr double width_pixels = 500.0;
  constexpr int across = 2, columns_each = 8, rows_each = 16;  // with some room between
  const int column = static_cast<int>(rows_.table.columns.size()) + 1 + (placed_ % across) * columns_each;
  sheet_.place(chart.get(), first_row_ - 1 + (placed_ / across) * rows_each, column, width_pixels, height_pixels);
  ++placed_;
}

}  // namespace groundwork
