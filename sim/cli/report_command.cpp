#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/language_argument.hpp"
#include "sim/cli/open_file.hpp"
#include "sim/contract/words.hpp"
#include "sim/report/page/page.hpp"
#include "sim/report/page/page_file.hpp"
#include "sim/report/saved/saved_analysis.hpp"

namespace groundwork {

namespace {

struct ReportArguments {
  std::vector<std::string> folders;
  std::string out;
  LanguageArgument language;
  bool open = false;

  std::filesystem::path page() const {
    return out.empty() ? default_page(folders.front()) : std::filesystem::path(out);
  }
};

int make_report(const ReportArguments& arguments) {
  const SavedFolders saved = read_saved_folders({arguments.folders.begin(), arguments.folders.end()});
  Diagnostics diagnostics;
  check_page_file(arguments.page(), diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  write_page(arguments.page(), report_page(saved, arguments.language.asked()));
  const Words where{"Report in ", "报告保存在 "};
  fmt::print("{}{}\n", where.in(arguments.language.language()), arguments.page().string());
  if (arguments.open && !open_file(arguments.page()))
    fmt::print(stderr, "groundwork: warning: no browser could be opened here; open the file yourself\n");
  return status_done;
}

}  // namespace

Action add_report_command(CLI::App& app) {
  CLI::App* const command =
      app.add_subcommand("report", "make one page of the results of a run and of analyses, to read and to send");
  const auto arguments = std::make_shared<ReportArguments>();
  command
      ->add_option(
          "DIR", arguments->folders,
          "a folder that `groundwork run` wrote, and folders of analyses: backtest, sensitivity, compare, sweep, "
          "value, discover, optimise; or those alone")
      ->required();
  command->add_option("--out", arguments->out, "where the page goes; report.html in the first folder by default")
      ->type_name("FILE");
  command
      ->add_option("--lang", arguments->language.name,
                   "language in which it opens: en, or zh for Chinese; the reader's own if left out")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("LANGUAGE");
  command->add_flag("--open", arguments->open, "open it in a browser");
  command->footer(R"(
Examples:
  groundwork report results/national-2020 --open
  groundwork report results/national-2020 --lang zh --out national-2020.html
  groundwork report results/national-2020 results/backtest results/sensitivity --open
      with what these analyses found
  groundwork report results/compare results/sweep
      analyses alone

The page is one HTML file that needs no network: charts by year and province, savings, costs, risks, a section for each
analysis, every input with its distribution and source, and how it was computed. Tables and charts export CSV and PNG; it prints to PDF.
)");
  return [arguments] { return make_report(*arguments); };
}

}  // namespace groundwork
