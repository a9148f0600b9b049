#include "sim/report/workbook/sheet_chart.hpp"

namespace groundwork {

namespace {

constexpr float line_points = 2.0F;

lxw_chart_type type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::columns:
      return LXW_CHART_COLUMN;
    case ChartKind::stacked_columns:
      return LXW_CHART_COLUMN_STACKED;
    case ChartKind::stacked_bars:
      return LXW_CHART_BAR_STACKED;
    case ChartKind::lines:
    case ChartKind::ranges:
      return LXW_CHART_LINE;
  }
  return LXW_CHART_LINE;
}

void draw_line(lxw_chart_series* drawn, const ChartSeries& series) {
  lxw_chart_line line{};
  line.color = series.colour;
  line.width = line_points;
  if (series.is_dashed) line.dash_type = LXW_CHART_LINE_DASH_DASH;
  chart_series_set_line(drawn, &line);
}

void draw_mark(lxw_chart_series* drawn, const ChartSeries& series) {
  constexpr std::uint8_t mark_points = 7;
  lxw_chart_line none{};
  none.none = 1;
  chart_series_set_line(drawn, &none);
  chart_series_set_marker_type(drawn, series.is_dashed ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_DIAMOND);
  chart_series_set_marker_size(drawn, mark_points);
  lxw_chart_fill fill{};
  fill.color = series.colour;
  chart_series_set_marker_fill(drawn, &fill);
}

void draw_area(lxw_chart_series* drawn, const ChartSeries& series) {
  lxw_chart_fill fill{};
  fill.color = series.colour;
  chart_series_set_fill(drawn, &fill);
}

}  // namespace

std::string chart_text(const std::string& text) {
  const std::string clean = cell_text(text);
  return clean.starts_with('=') ? " " + clean : clean;
}

SheetChart::SheetChart(const SheetSource& source, ChartKind kind, const CellRange& categories)
    : kind_(kind), categories_(categories), chart_(source.file.add_chart(type_of(kind))) {
  chart_legend_set_position(chart_, LXW_CHART_LEGEND_BOTTOM);
  lxw_chart_axis* const category_axis = kind == ChartKind::stacked_bars ? chart_->y_axis : chart_->x_axis;
  chart_axis_set_label_position(category_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (kind == ChartKind::stacked_bars) {
    chart_axis_set_reverse(category_axis);
    chart_axis_set_crossing_max(category_axis);  // the numbers stay below
  }
  if (kind == ChartKind::ranges) chart_set_high_low_lines(chart_, nullptr);
}

void SheetChart::set_title(const std::string& title, const std::string& unit) {
  constexpr double title_points = 12.0;
  lxw_chart_font font{};
  font.size = title_points;
  font.bold = 1;
  const std::string shown = unit.empty() ? title : title + " [" + unit + "]";
  chart_title_set_name(chart_, chart_text(shown).c_str());
  chart_title_set_name_font(chart_, &font);
}

void SheetChart::add(const Sheet& sheet, const ChartSeries& series) {
  const auto [first_row, first_column, last_row, last_column] = series.values;
  lxw_chart_series* const drawn = chart_add_series(chart_, nullptr, nullptr);
  const char* const name = sheet.name().c_str();
  const auto row = [](int index) { return static_cast<lxw_row_t>(index); };
  const auto column = [](int index) { return static_cast<lxw_col_t>(index); };
  chart_series_set_categories(drawn, name, row(categories_.first_row), column(categories_.first_column),
                              row(categories_.last_row), column(categories_.last_column));
  chart_series_set_values(drawn, name, row(first_row), column(first_column), row(last_row), column(last_column));
  chart_series_set_name_range(drawn, name, row(series.name_row), column(series.name_column));
  if (kind_ == ChartKind::lines)
    draw_line(drawn, series);
  else if (kind_ == ChartKind::ranges)
    draw_mark(drawn, series);
  else
    draw_area(drawn, series);
}

}  // namespace groundwork
