#include "sim/report/workbook/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr int table_row = 3;  // below title, note and an empty row
constexpr std::uint8_t a4 = 9;
constexpr double line_points = 15.0, title_row_points = 24.0;
constexpr int most_lines = 20;                                            // a row has at most 409 points
constexpr int widest_heading = 16;                                        // in characters; longer ones take two lines
constexpr lxw_color_t bar_colour = 0xBDD7EE, negative_colour = 0xF4C2C2;  // pale: numbers stand on them

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

void prepare_printing(lxw_worksheet* sheet, Language language) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, a4);
  worksheet_set_footer(sheet, Words{"&L&A&RPage &P of &N", "&L&A&R第 &P 页，共 &N 页"}.in(language).c_str());
}

CellLook look_of(const SheetCell& cell, const SheetColumn& column) {
  if (!cell.is_text()) return column.is_prose ? CellLook::text : CellLook::number;
  return cell.width() > column.widest ? CellLook::wrapped : CellLook::text;
}

}  // namespace

Sheet::Sheet(const SheetSource& source, const Words& name, const std::string& title, const std::string& note)
    : file_(source.file), name_(source.say(name)), sheet_(source.file.add_sheet(name_)) {
  prepare_printing(sheet_, source.language);
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  write(0, 0, title, CellLook::title);
  write(1, 0, note, CellLook::note);
}

void Sheet::write(int row, int column, const SheetCell& cell, CellLook look) {
  if (look == CellLook::title) worksheet_set_row(sheet_, row_of(row), title_row_points, nullptr);
  lxw_format* const format = file_.format(look, cell.format.code());
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    worksheet_write_string(sheet_, row_of(row), column_of(column), cell_text(*text).c_str(), format);
    return;
  }
  const double number = std::get<double>(cell.value);
  if (std::isfinite(number))
    worksheet_write_number(sheet_, row_of(row), column_of(column), number == 0.0 ? 0.0 : number, format);  // no -0
  else
    worksheet_write_blank(sheet_, row_of(row), column_of(column), format);
}

int Sheet::add_table(const SheetTable& table) {
  const int headings = static_cast<int>(table.columns.front().headings.size());
  const int first_row = table_row + headings;
  write_headings(table, table_row);
  write_rows(table, first_row);
  const int last_row = first_row + std::max(0, static_cast<int>(table.rows.size()) - 1);
  worksheet_autofilter(sheet_, row_of(first_row - 1), 0, row_of(last_row),
                       column_of(static_cast<int>(table.columns.size()) - 1));
  worksheet_freeze_panes(sheet_, row_of(first_row), column_of(table.frozen_columns));
  worksheet_repeat_rows(sheet_, row_of(table_row), row_of(first_row - 1));
  if (table.page_columns > 0) worksheet_repeat_columns(sheet_, 0, column_of(table.frozen_columns - 1));
  set_widths(table);
  break_pages(table);
  return first_row;
}

void Sheet::break_pages(const SheetTable& table) {
  // Of A4 across, less the library's margins of 0.7 inches; a character takes 7 pixels of 1/96 inch, a cell 5 more.
  constexpr double page_pixels = (11.69 - 2 * 0.7) * 96.0, character_pixels = 7.0, cell_pixels = 5.0;
  constexpr double room_percent = 72.0;  // other fonts than Calibri have digits of up to 9 pixels
  constexpr double smallest_percent = 30.0, largest_percent = 100.0;
  const auto columns = static_cast<std::size_t>(table.page_columns > 0 ? table.page_columns : table.columns.size());
  double pixels = 0.0;
  for (std::size_t column = 0; column < columns; ++column) pixels += widths_[column] * character_pixels + cell_pixels;
  const double percent = std::clamp(std::floor(room_percent * page_pixels / pixels), smallest_percent, largest_percent);
  worksheet_set_print_scale(sheet_, static_cast<std::uint16_t>(percent));
  std::array<lxw_col_t, 2> breaks{static_cast<lxw_col_t>(columns), 0};  // ends with 0
  worksheet_set_v_pagebreaks(sheet_, breaks.data());
}

void Sheet::write_rows(const SheetTable& table, int first_row) {
  for (int row = 0; row < std::ssize(table.rows); ++row) {
    const std::vector<SheetCell>& cells = table.rows[static_cast<std::size_t>(row)];
    int lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const SheetColumn& column = table.columns[i];
      write(first_row + row, static_cast<int>(i), cells[i], look_of(cells[i], column));
      if (cells[i].is_text()) lines = std::max(lines, 1 + (cells[i].width() - 1) / column.widest);
    }
    // Some programs do not see by themselves that a row needs more room.
    if (lines > 1)
      worksheet_set_row(sheet_, row_of(first_row + row), line_points * std::min(lines, most_lines), nullptr);
  }
}

void Sheet::write_headings(const SheetTable& table, int first_row) {
  for (int column = 0; column < std::ssize(table.columns); ++column) {
    const auto index = static_cast<std::size_t>(column);
    const bool is_above_numbers =
        std::ranges::any_of(table.rows, [&](const std::vector<SheetCell>& cells) { return !cells[index].is_text(); });
    int row = first_row;
    for (const SheetCell& heading : table.columns[index].headings) {
      if (heading.width() > widest_heading) worksheet_set_row(sheet_, row_of(row), 2 * line_points, nullptr);
      write(row++, column, heading, is_above_numbers ? CellLook::number_heading : CellLook::heading);
    }
  }
}

void Sheet::set_widths(const SheetTable& table) {
  constexpr int narrowest = 8, room = 3;  // room for the filter's button
  widths_.clear();
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    int width = narrowest;
    for (const SheetCell& heading : table.columns[column].headings)
      width = std::max(width, std::min(heading.width(), widest_heading));
    for (const std::vector<SheetCell>& row : table.rows)
      width = std::max(width, std::min(row[column].width(), table.columns[column].widest));
    widths_.push_back(width + room);
    worksheet_set_column(sheet_, column_of(static_cast<int>(column)), column_of(static_cast<int>(column)), width + room,
                         nullptr);
  }
}

void Sheet::write_paragraph(int row, int last_column, const std::string& text) {
  int width = 0;
  for (int column = 0; column <= last_column; ++column) width += widths_[static_cast<std::size_t>(column)];
  const std::string clean = cell_text(text);
  const auto breaks = static_cast<int>(std::ranges::count(clean, '\n'));
  const int lines = 1 + breaks + display_width(clean) / std::max(1, width);
  worksheet_merge_range(sheet_, row_of(row), 0, row_of(row), column_of(last_column), clean.c_str(),
                        file_.format(CellLook::wrapped));
  worksheet_set_row(sheet_, row_of(row), line_points * std::min(lines, most_lines), nullptr);
}

void Sheet::add_data_bars(const CellRange& range) {
  lxw_conditional_format bars{};
  bars.type = LXW_CONDITIONAL_DATA_BAR;
  bars.bar_color = bar_colour;
  bars.bar_negative_color = negative_colour;
  bars.bar_solid = 1;
  worksheet_conditional_format_range(sheet_, row_of(range.first_row), column_of(range.first_column),
                                     row_of(range.last_row), column_of(range.last_column), &bars);
}

void Sheet::place(lxw_chart* chart, int row, int column, double width_pixels, double height_pixels) {
  constexpr double default_width = 480.0, default_height = 288.0;  // of the library
  lxw_chart_options options{};
  options.x_scale = width_pixels / default_width;
  options.y_scale = height_pixels / default_height;
  worksheet_insert_chart_opt(sheet_, row_of(row), column_of(column), chart, &options);
}

}  // namespace groundwork
