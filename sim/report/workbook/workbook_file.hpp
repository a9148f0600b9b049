#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "sim/report/workbook/draft.hpp"

namespace groundwork {

/// How cells look, besides the format of their numbers.
enum class CellLook { title, note, heading, number_heading, text, wrapped, number };

/// A workbook in the making, in memory. It turns no text into a formula, a link or a number.
class WorkbookFile {
 public:
  explicit WorkbookFile(const std::string& title, const std::string& version);
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;
  ~WorkbookFile();

  lxw_worksheet* add_sheet(const std::string& name);
  lxw_chart* add_chart(lxw_chart_type type);
  /// The one format of that kind; `number_code` as spreadsheets write it.
  lxw_format* format(CellLook look, const std::string& number_code = "General");

  /// The file, whole; to be called once, last. Throws std::runtime_error if it could not be made.
  std::string finish();

 private:
  Draft draft_;
  lxw_workbook* workbook_;
  std::map<std::tuple<CellLook, std::string>, lxw_format*> formats_;
};

/// Whether the file at `path` is a workbook that we wrote and nobody has saved since: spreadsheet programs then say
/// that they did.
bool is_untouched_workbook(const std::string& path);

/// A text as XML can hold it: without control characters but tabs and line ends, and within the 32,767 characters that
/// a cell may have.
std::string cell_text(std::string_view text);

}  // namespace groundwork
