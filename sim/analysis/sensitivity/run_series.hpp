#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/runner.hpp"

namespace groundwork {

/// Runs of one study, with the same settings, that differ in what is drawn only.
class RunSeries {
 public:
  /// `options` say which cells to keep. Its progress is told the number of paths of all runs so far.
  RunSeries(const Study& study, const RunOptions& options) : study_(study), options_(options) {}

  /// The kept columns; none if the run was stopped.
  std::optional<std::vector<KeptColumn>> run(const DrawChanges& changes);

 private:
  const Study& study_;
  const RunOptions& options_;
  std::int64_t paths_done_ = 0;
};

}  // namespace groundwork
