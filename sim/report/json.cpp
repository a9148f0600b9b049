#include "sim/report/json.hpp"

#include <cmath>

namespace groundwork {

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json words_json(const Words& words) { return {{"en", words.en}, {"zh", words.zh}}; }

Json estimate_json(const Estimate& estimate) {
  return {{"value", number_or_null(estimate.value)},
          {"se", number_or_null(estimate.standard_error)},
          {"low", number_or_null(estimate.low)},
          {"high", number_or_null(estimate.high)}};
}

Json figure_json(const OutputTable& table, int cell) {
  const Cell at = table.at(cell);
  const MetricBlock& block = table.block(at.block);
  return {{"metric", block.metric.name},
          {"unit", block.metric.unit},
          {"scope", table.scopes()[static_cast<std::size_t>(at.scope)].name},
          {"period", block.periods[static_cast<std::size_t>(at.period)]}};
}

Json display_json(const Display& display) {
  return {{"divisor", display.divisor},
          {"label", display.label},
          {"decimals", display.decimals},
          {"groups_digits", display.groups_digits}};
}

}  // namespace groundwork
