#include "sim/analysis/comparison/shared_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"

namespace groundwork {

namespace {

/// The cell of the first scenario in all; what another lacks goes to `diagnostics`.
FigureCells in_all(std::span<const Study> studies, int cell, Diagnostics& diagnostics) {
  const OutputTable& first = studies.front().program->outputs();
  const Cell at = first.at(cell);
  const MetricBlock& block = first.block(at.block);
  const std::string& scope = first.scopes()[static_cast<std::size_t>(at.scope)].name;
  const std::string& period = block.periods[static_cast<std::size_t>(at.period)];
  FigureCells cells{cell};
  for (const Study& other : studies.subspan(1)) {
    cells.push_back(other.program->outputs().find(block.metric.name, scope, period));
    if (cells.back() < 0)
      diagnostics.error({other.scenario.path}, fmt::format("it has no {}:{}:{}", block.metric.name, scope, period),
                        "compare scenarios of the same places and years, or name with --metric what all of them have");
  }
  return cells;
}

}  // namespace

std::vector<FigureCells> shared_figures(std::span<const Study> studies, const std::vector<std::string>& names,
                                        Diagnostics& diagnostics) {
  const OutputTable& table = studies.front().program->outputs();
  std::vector<int> cells;
  for (const std::string& name : names)
    if (const auto cell = find_figure(table, name, diagnostics); cell && std::ranges::find(cells, *cell) == cells.end())
      cells.push_back(*cell);
  if (names.empty()) cells = table.headline_cells();
  std::vector<FigureCells> figures;
  for (const int cell : cells) figures.push_back(in_all(studies, cell, diagnostics));
  return figures;
}

std::vector<FigureCells> figures_by(std::span<const Study> studies, const std::vector<FigureCells>& figures,
                                    const std::string& kind, Diagnostics& diagnostics) {
  const OutputTable& table = studies.front().program->outputs();
  std::vector<FigureCells> found;
  for (const FigureCells& figure : figures) {
    for (const int cell : figures_by(table, figure.front(), kind, diagnostics))
      if (std::ranges::find(found, cell, [](const FigureCells& of) { return of.front(); }) == found.end())
        found.push_back(in_all(studies, cell, diagnostics));
  }
  return found;
}

}  // namespace groundwork
