#include "sim/report/chinese_title.hpp"

#include <fmt/format.h>

namespace groundwork {

namespace {

bool is_year(const std::string& period) {
  return !period.empty() && period.find_first_not_of("0123456789") == std::string::npos;
}

/// A code, such as "CT+CU", stands apart from what follows.
bool is_code(const std::string& place) { return !place.empty() && static_cast<unsigned char>(place.back()) < 0x80; }

}  // namespace

std::string chinese_title(const Metric& metric, const std::string& place, const std::string& period) {
  const bool is_sum = period == "total" && metric.measure == Measure::flow;
  return fmt::format("{}{}{}{}{}", place, is_code(place) ? " " : "", is_year(period) ? period + "年" : "",
                     metric.title.zh, is_sum ? "（合计）" : "");
}

std::string chinese_title(const OutputTable& table, int index) {
  const Cell cell = table.at(index);
  const MetricBlock& block = table.block(cell.block);
  const bool is_first = cell.scope == block.scopes.front();
  return chinese_title(block.metric, is_first ? "" : table.scopes()[static_cast<std::size_t>(cell.scope)].title.zh,
                       block.periods[static_cast<std::size_t>(cell.period)]);
}

}  // namespace groundwork
