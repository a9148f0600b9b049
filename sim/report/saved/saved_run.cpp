#include "sim/report/saved/saved_run.hpp"

#include <fmt/format.h>

#include "sim/report/json.hpp"
#include "sim/report/saved/folder_format.hpp"
#include "sim/report/saved/saved_file.hpp"
#include "sim/report/saved/saved_results.hpp"
#include "sim/report/saved/saved_study.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

void check_folder(const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw input_error({folder.string(), 0, 0}, "there is no such folder",
                      "name a folder that `groundwork run` wrote, such as results/national-2020");
  if (!fs::exists(folder / "results.csv") || !fs::exists(folder / "summary.json"))
    throw input_error({folder.string(), 0, 0}, "this folder does not hold the results of a run",
                      "name a folder that `groundwork run` wrote; it has results.csv and summary.json");
}

/// Folders from before there were formats have no study.json.
void check_format(const fs::path& folder, const Json& summary) {
  const fs::path study = folder / "study.json";
  const int format = fs::exists(study) ? read_saved_json(study).value("format", 0) : 0;
  if (format == folder_format) return;
  const std::string writer = summary.value("version", "?");
  throw input_error(
      {folder.string(), 0, 0},
      fmt::format("these results are of format {}, written by groundwork {}; this version reads format {}", format,
                  writer, folder_format),
      fmt::format("read them with groundwork {}, or run their scenario.toml again", writer));
}

}  // namespace

SavedRun read_saved_run(const fs::path& folder) {
  check_folder(folder);
  const Json summary = read_saved_json(folder / "summary.json");
  check_format(folder, summary);
  SavedRun run;
  run.folder = folder;
  try {
    read_summary(summary, run);
    read_study_facts(read_saved_json(folder / "study.json"), run);
  } catch (const Json::exception& error) {
    throw input_error({folder.string(), 0, 0}, fmt::format("the results are damaged: {}", error.what()),
                      "run the scenario again");
  }
  read_results_csv(read_saved_file(folder / "results.csv"), (folder / "results.csv").string(), run.results);
  if (!run.results.is_central)
    read_distributions_csv(read_saved_file(folder / "distributions.csv"), (folder / "distributions.csv").string(),
                           run.results);
  return run;
}

}  // namespace groundwork
