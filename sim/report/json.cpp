#include "sim/report/json.hpp"

#include <cmath>

namespace groundwork {

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json words_json(const Words& words) { return {{"en", words.en}, {"zh", words.zh}}; }

Json figure_json(const OutputTable& table, int cell) {
  const Cell at = table.at(cell);
  const MetricBlock& block = table.block(at.block);
  return {{"metric", block.metric.name},
          {"unit", block.metric.unit},
          {"scope", table.scopes()[static_cast<std::size_t>(at.scope)].name},
          {"period", block.periods[static_cast<std::size_t>(at.period)]}};
}

}  // namespace groundwork
