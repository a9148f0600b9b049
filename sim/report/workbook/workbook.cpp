#include "sim/report/workbook/workbook.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "sim/base/whole_file.hpp"
#include "sim/report/workbook/sheets.hpp"
#include "sim/report/workbook/workbook_file.hpp"

namespace groundwork {

namespace fs = std::filesystem;

std::string run_workbook(const SavedRun& run, Language language) {
  WorkbookFile file(run.title.in(language), run.version);
  const SheetSource source{file, run, language};
  add_summary_sheet(source);
  add_years_sheet(source);
  add_provinces_sheet(source);
  add_savings_sheet(source);
  add_racks_sheet(source);
  add_inputs_sheet(source);
  add_method_sheet(source);
  return file.finish();
}

void check_workbook_file(const fs::path& path, Diagnostics& diagnostics) {
  const fs::path folder = fs::absolute(path).parent_path();
  if (!fs::is_directory(folder))
    diagnostics.error({}, fmt::format("cannot write {}: there is no folder {}", path.string(), folder.string()),
                      "make the folder first, or choose another file with --xlsx");
  else if (fs::is_directory(path))
    diagnostics.error({}, fmt::format("cannot write {}: it is a folder", path.string()),
                      "name a file in it, such as results.xlsx");
  else if (path.extension() != ".xlsx")
    diagnostics.error({},
                      fmt::format("{} does not end in .xlsx, so spreadsheet programs would not open it", path.string()),
                      "choose another file with --xlsx");
  else if (fs::exists(path) && !is_untouched_workbook(path.string()))
    diagnostics.error({},
                      fmt::format("{} is there already and is not a workbook as groundwork wrote it", path.string()),
                      "choose another file with --xlsx; your own work is not replaced");
}

void write_workbook(const fs::path& path, const std::string& bytes) {
  const std::string why = write_whole_file(path, bytes);
  if (!why.empty()) throw std::runtime_error(fmt::format("cannot write {}: {}", path.string(), why));
}

}  // namespace groundwork
