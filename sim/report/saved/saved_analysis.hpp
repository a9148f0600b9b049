#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/saved/saved_run.hpp"

namespace groundwork {

/// A folder that an analysis wrote.
struct SavedAnalysis {
  std::string kind;  ///< The command: "backtest", "sensitivity", "compare", "sweep", "value", "discover", "optimise".
  std::filesystem::path folder;
  std::string json;  ///< The whole summary, as it was written.
};

/// What one page shows: a run, analyses, or both.
struct SavedFolders {
  std::optional<SavedRun> run = {};
  std::vector<SavedAnalysis> analyses = {};
};

/// Reads folders and tells their kinds by what is in them. A run comes first and alone. Each folder that is missing,
/// not ours, of another format or damaged is told in one InputError.
SavedFolders read_saved_folders(const std::vector<std::filesystem::path>& folders);

}  // namespace groundwork
