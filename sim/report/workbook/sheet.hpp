#pragma once

#include <string>
#include <vector>

#include "sim/contract/words.hpp"
#include "sim/report/saved/saved_run.hpp"
#include "sim/report/workbook/sheet_cell.hpp"
#include "sim/report/workbook/workbook_file.hpp"

namespace groundwork {

/// What every sheet is made from.
struct SheetSource {
  WorkbookFile& file;
  const SavedRun& run;
  Language language;

  const std::string& say(const Words& words) const { return words.in(language); }
};

struct SheetColumn {
  std::vector<SheetCell> headings;  ///< From top to bottom, in all columns as many.
  int widest = 30;                  ///< In characters; longer texts are wrapped.
  bool is_prose = false;            ///< Texts with numbers among them, all on the left.
};

struct SheetTable {
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
  int frozen_columns = 1;  ///< That stay in view on the left.
  int page_columns = 0;    ///< That fill the width of a printed page, the frozen ones lead those further right; 0: all.
};

/// Rows and columns of cells, counted from 0, both ends included.
struct CellRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// A sheet: a title, a note, and a table whose headings stay in view, have filters and are printed on every page.
class Sheet {
 public:
  Sheet(const SheetSource& source, const Words& name, const std::string& title, const std::string& note);

  /// Row of the table's first line of values.
  int add_table(const SheetTable& table);
  void write(int row, int column, const SheetCell& cell, CellLook look = CellLook::text);
  /// A text over columns 0 to `last_column`, as high as it needs to be.
  void write_paragraph(int row, int last_column, const std::string& text);
  /// Shows in each cell of the range how it compares with the largest.
  void add_data_bars(const CellRange& range);
  void place(lxw_chart* chart, int row, int column, double width_pixels, double height_pixels);

  const std::string& name() const { return name_; }

 private:
  void write_rows(const SheetTable& table, int first_row);
  void write_headings(const SheetTable& table, int first_row);
  void set_widths(const SheetTable& table);
  void break_pages(const SheetTable& table);

  WorkbookFile& file_;
  std::string name_;
  lxw_worksheet* sheet_;
  std::vector<int> widths_;
};

}  // namespace groundwork
