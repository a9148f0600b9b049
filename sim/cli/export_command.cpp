#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/contract/words.hpp"
#include "sim/report/saved/saved_run.hpp"
#include "sim/report/workbook/workbook.hpp"

namespace groundwork {

namespace {

struct ExportArguments {
  std::string folder, xlsx;
  LanguageArgument language;
};

int export_results(const ExportArguments& arguments) {
  const SavedRun run = read_saved_run(arguments.folder);
  Diagnostics diagnostics;
  check_workbook_file(arguments.xlsx, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  const Language language = arguments.language.language();
  write_workbook(arguments.xlsx, run_workbook(run, language));
  fmt::print("{}{}\n", Words("Workbook in ", "工作簿保存在 ").in(language), arguments.xlsx);
  return status_done;
}

}  // namespace

Action add_export_command(CLI::App& app) {
  CLI::App* const command = app.add_subcommand("export", "write the results of a run as a spreadsheet");
  const auto arguments = std::make_shared<ExportArguments>();
  command->add_option("DIR", arguments->folder, "a folder that `groundwork run` wrote")->required();
  command->add_option("--xlsx", arguments->xlsx, "where the workbook goes; it ends in .xlsx")
      ->required()
      ->type_name("FILE");
  command
      ->add_option(
          "--lang", arguments->language.name,
          "language of the sheets, and with it the units: en, or zh for\nChinese; that of the locale if left out")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("LANGUAGE");
  command->footer(R"(
Examples:
  groundwork export results/national-2020 --xlsx national-2020.xlsx
  groundwork export results/national-2020 --xlsx national-2020-zh.xlsx --lang zh

Sheets: summary, years, provinces, savings, racks, every input with its source, and how it was computed. Cells are numbers
with units and formats; headings stay in view and have filters; charts are the spreadsheet's own. An earlier export is
replaced, but not once you have saved it yourself.
)");
  return [arguments] { return export_results(*arguments); };
}

}  // namespace groundwork
