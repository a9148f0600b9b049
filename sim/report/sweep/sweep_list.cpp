#include "sim/report/sweep/sweep_list.hpp"

#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

std::string sweep_list(const std::string& database, const std::vector<ListedSweep>& sweeps, Language language) {
  const auto in = [&](const Words& words) { return words.in(language); };
  TextGrid grid({in({"sweeps in " + database, database + " 中的参数扫描"}), in({"number", "编号"}),
                 in({"points", "点数"}), in({"finished", "已完成"}), in({"scenario", "情景"})});
  for (const ListedSweep& sweep : sweeps)
    grid.add({sweep.title, std::to_string(sweep.id), grouped(sweep.points), grouped(sweep.finished), sweep.scenario});
  return grid.text();
}

}  // namespace groundwork
