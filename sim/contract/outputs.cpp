#include "sim/contract/outputs.hpp"

#include <algorithm>
#include <utility>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

std::string_view name(Measure measure) {
  switch (measure) {
    case Measure::flow:
      return "flow";
    case Measure::stock:
      return "stock";
    case Measure::whole:
      return "whole";
  }
  return "";
}

std::string_view name(Better better) {
  switch (better) {
    case Better::neither:
      return "neither";
    case Better::higher:
      return "higher";
    case Better::lower:
      return "lower";
  }
  return "";
}

Words scope_kind_title(std::string_view kind) {
  if (kind == "country") return {"country", "全国"};
  if (kind == "region") return {"region", "区域"};
  if (kind == "province") return {"province", "省份"};
  if (kind == "network") return {"network", "网络"};
  if (kind == "sector") return {"sector", "领域"};
  if (kind == "flow") return {"flow", "流向"};
  if (kind == "item") return {"item", "成本项"};
  return Words::same(std::string(kind));
}

int OutputTable::add_scope(Scope scope) {
  check(std::ranges::find(scopes_, scope.name, &Scope::name) == scopes_.end(), "OutputTable: scope name is taken");
  scopes_.push_back(std::move(scope));
  return static_cast<int>(scopes_.size()) - 1;
}

int OutputTable::add_block(Metric metric, std::vector<int> scopes, std::vector<std::string> periods) {
  blocks_.push_back({std::move(metric), std::move(scopes), std::move(periods), cells_});
  cells_ += blocks_.back().cells();
  return static_cast<int>(blocks_.size()) - 1;
}

int OutputTable::find(std::string_view metric, std::string_view scope, std::string_view period) const {
  for (const MetricBlock& block : blocks_) {
    if (block.metric.name != metric) continue;
    const auto slot =
        std::ranges::find_if(block.scopes, [&](int s) { return scopes_[static_cast<std::size_t>(s)].name == scope; });
    const auto when = std::ranges::find(block.periods, period);
    if (slot == block.scopes.end() || when == block.periods.end()) continue;
    return block.cell(static_cast<int>(slot - block.scopes.begin()), static_cast<int>(when - block.periods.begin()));
  }
  return -1;
}

Cell OutputTable::at(int index) const {
  check(index >= 0 && index < cells_, "OutputTable: no such cell");
  const auto after = std::ranges::upper_bound(blocks_, index, {}, &MetricBlock::first_cell);
  const int block = static_cast<int>(after - blocks_.begin()) - 1;
  const MetricBlock& found = blocks_[static_cast<std::size_t>(block)];
  const int scopes = static_cast<int>(found.scopes.size());
  const int offset = index - found.first_cell;
  return {block, found.scopes[static_cast<std::size_t>(offset % scopes)], offset / scopes};
}

std::vector<int> OutputTable::headline_cells() const {
  std::vector<int> cells;
  for (const MetricBlock& block : blocks_)
    if (!block.scopes.empty() && block.scopes.front() == 0 && !block.periods.empty())
      cells.push_back(block.cell(0, static_cast<int>(block.periods.size()) - 1));
  return cells;
}

}  // namespace groundwork
