#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// Adds what is wrong apart from the scenario, such as with the folder for the results.
using OtherChecks = std::function<void(Diagnostics&)>;

/// That results may be put into `folder`.
OtherChecks result_folder_check(const std::string& folder);

/// The arguments that say which scenario is meant; every command that reads one has them.
struct ScenarioArguments {
  ScenarioRequest request;
  std::string model;
  bool quiet = false;

  void add_to(CLI::App& command, const std::vector<ModelEntry>& models);
  /// The same without the scenario's own argument, for commands that take several.
  void add_changes_to(CLI::App& command, const std::vector<ModelEntry>& models);
  std::unique_ptr<Model> make_model(const std::vector<ModelEntry>& models) const;
  /// Reads the scenario; shows what is wrong on standard error. None if there are errors, which are then shown together
  /// with what `others` finds.
  std::optional<Study> read(const std::vector<ModelEntry>& models, const OtherChecks& others = {}) const;
  /// The scenario that `study` changes: the file that it extends, or else its own file without --set. None if there is
  /// no such scenario, if only the settings of the run differ, or if it cannot be run by itself.
  std::optional<Study> read_base(const Study& study, const std::vector<ModelEntry>& models) const;
};

}  // namespace groundwork
