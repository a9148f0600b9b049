#include "sim/analysis/sensitivity/run_series.hpp"

#include <utility>

namespace groundwork {

std::optional<std::vector<KeptColumn>> RunSeries::run(const DrawChanges& changes) {
  RunOptions options = options_;
  options.changes = changes;
  options.summarised = Summarised::none;
  if (options_.progress) options.progress = [this](std::int64_t paths) { options_.progress(paths_done_ + paths); };
  Results results = run_paths(study_, study_.scenario.run, options);
  if (!results.is_complete()) return std::nullopt;
  paths_done_ += results.paths;
  return std::move(results.kept);
}

}  // namespace groundwork
