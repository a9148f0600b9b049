#include "sim/analysis/comparison/paired_runs.hpp"

#include <cstdint>
#include <utility>

namespace groundwork {

std::vector<Results> run_paired(std::span<const Study> studies, const std::vector<FigureCells>& figures,
                                const RunOptions& options) {
  std::vector<Results> results;
  std::int64_t done = 0;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    RunOptions of_one = options;
    of_one.summarised = Summarised::none;
    for (const FigureCells& figure : figures) of_one.keep_cells.push_back(figure[i]);
    if (options.progress) of_one.progress = [&](std::int64_t paths) { options.progress(done + paths); };
    Results found = run_paths(studies[i], studies.front().scenario.run, of_one);
    if (!found.is_complete()) break;
    done += found.paths;
    results.push_back(std::move(found));
  }
  return results;
}

}  // namespace groundwork
