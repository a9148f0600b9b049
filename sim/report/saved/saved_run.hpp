#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/comparison/scenario_differences.hpp"
#include "sim/contract/words.hpp"
#include "sim/engine/results.hpp"

namespace groundwork {

/// An input as study.json tells it.
struct SavedInput {
  std::string key, unit;
  Words meaning;
  std::string value;   ///< "pert(min 1, mode 2, max 4)", or a number.
  std::string source;  ///< As the scenario says; may be empty.
  std::string set_at;  ///< "file:line:column".
  double mean = 0.0;
  std::vector<double> quantiles;  ///< At 0, 1/100, … 1, NaN where there is no end; empty for a number.
};

/// A flag, a date, a file or names, as study.json tells it.
struct SavedSetting {
  std::string key;
  Words meaning;
  std::string value, set_at;
};

/// What a scenario changes in the one that it is based on.
struct SavedChanges {
  std::string base;
  Words title;
  std::vector<InputDifference> inputs;  ///< Values of the base, then of the scenario.
};

/// A folder that `groundwork run` wrote, read back.
struct SavedRun {
  std::filesystem::path folder;
  std::string version;  ///< Of the program that wrote it.
  Words title = Words::same(""), description = Words::same("");
  std::string scenario_path, scenario_digest, results_digest;
  std::vector<SavedInput> inputs;
  std::vector<SavedSetting> settings;
  std::optional<SavedChanges> changes;
  Results results;  ///< Table, cells, curves, run, paths, ending, seconds; nothing is kept.
};

/// Reads a folder. What is missing, of another format or damaged is an InputError.
SavedRun read_saved_run(const std::filesystem::path& folder);

}  // namespace groundwork
