#include "sim/report/sweep/sweep_list.hpp"

#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

std::string sweep_list(const std::string& database, const std::vector<ListedSweep>& sweeps) {
  TextGrid grid({"sweeps in " + database, "number", "points", "finished", "scenario"});
  for (const ListedSweep& sweep : sweeps)
    grid.add({sweep.title, std::to_string(sweep.id), grouped(sweep.points), grouped(sweep.finished), sweep.scenario});
  return grid.text();
}

}  // namespace groundwork
