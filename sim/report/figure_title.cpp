#include "sim/report/figure_title.hpp"

#include <fmt/format.h>

#include "sim/report/chinese_title.hpp"

namespace groundwork {

std::string figure_title(const OutputTable& table, int index, Language language) {
  if (language == Language::zh) return chinese_title(table, index);
  const Cell cell = table.at(index);
  const MetricBlock& block = table.block(cell.block);
  const std::string& period = block.periods[static_cast<std::size_t>(cell.period)];
  if (cell.scope == block.scopes.front()) return fmt::format("{} ({})", block.metric.name, period);
  return fmt::format("{} ({}, {})", block.metric.name, table.scopes()[static_cast<std::size_t>(cell.scope)].name,
                     period);
}

}  // namespace groundwork
