#include "sim/report/saved/saved_analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/report/json.hpp"
#include "sim/report/saved/folder_format.hpp"
#include "sim/report/saved/saved_file.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> analyses{"backtest", "sensitivity", "compare", "sweep",
                                                   "value",    "discover",    "optimise"};

constexpr const char* what_to_name = "name folders that `groundwork run` or an analysis wrote with --out";

/// The file that says what is in the folder.
fs::path summary_of(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw input_error({folder.string(), 0, 0}, "there is no such folder", what_to_name);
  for (const char* const name : {"summary.json", "comparison.json", "sweep.json"})
    if (fs::exists(folder / name)) return folder / name;
  throw input_error({folder.string(), 0, 0}, "this folder does not hold the results of a run or of an analysis",
                    what_to_name);
}

/// Summaries of analyses from before there were formats have no kind.
void check_summary(const fs::path& folder, const Json& summary) {
  const std::string writer = summary.value("version", "?");
  const int format = summary.value("format", 0);
  if (format != folder_format)
    throw input_error({folder.string(), 0, 0},
                      fmt::format("these results are of format {}, written by groundwork {}; a page takes format {}",
                                  format, writer, folder_format),
                      "run the analysis again");
  const std::string kind = summary.value("kind", "");
  if (std::ranges::find(analyses, kind) == analyses.end())
    throw input_error({folder.string(), 0, 0}, fmt::format("a page cannot show results of the kind '{}'", kind),
                      what_to_name);
}

void add_folder(const fs::path& folder, bool is_first, SavedFolders& saved) {
  const fs::path path = summary_of(folder);
  if (fs::exists(folder / "results.csv")) {
    if (!is_first)
      throw input_error({folder.string(), 0, 0},
                        "a page shows one run, which comes first; this is a run behind another folder",
                        "name the run first; `groundwork compare` sets scenarios side by side");
    saved.run = read_saved_run(folder);
    return;
  }
  const Json summary = read_saved_json(path);
  check_summary(folder, summary);
  saved.analyses.push_back({summary["kind"], folder, summary.dump()});
}

}  // namespace

SavedFolders read_saved_folders(const std::vector<fs::path>& folders) {
  SavedFolders saved;
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    try {
      add_folder(folders[i], i == 0, saved);
    } catch (const InputError& error) {
      for (const Diagnostic& diagnostic : error.diagnostics().all()) diagnostics.take(diagnostic);
    } catch (const Json::exception& error) {
      diagnostics.error({folders[i].string(), 0, 0}, fmt::format("the results are damaged: {}", error.what()),
                        "run the analysis again");
    }
  }
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  return saved;
}

}  // namespace groundwork
