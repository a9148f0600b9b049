#include "sim/report/json.hpp"

#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/saved/folder_format.hpp"

namespace groundwork {

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json words_json(const Words& words) { return {{"en", words.en}, {"zh", words.zh}}; }

Json estimate_json(const Estimate& estimate) {
  return {{"value", number_or_null(estimate.value)},
          {"se", number_or_null(estimate.standard_error)},
          {"low", number_or_null(estimate.low)},
          {"high", number_or_null(estimate.high)}};
}

Json head_json(std::string_view kind, const std::string& version) {
  return {{"generator", "groundwork"}, {"kind", kind}, {"format", folder_format}, {"version", version}};
}

Json figure_json(const Metric& metric, const Scope& scope, const std::string& period) {
  return {{"metric", metric.name},
          {"unit", metric.unit},
          {"scope", scope.name},
          {"period", period},
          {"better", name(metric.better)},
          {"title", words_json(metric.title)},
          {"place", words_json(scope.title)},
          {"display", displays_json(metric)}};
}

Json figure_json(const OutputTable& table, int cell) {
  const Cell at = table.at(cell);
  const MetricBlock& block = table.block(at.block);
  return figure_json(block.metric, table.scopes()[static_cast<std::size_t>(at.scope)],
                     block.periods[static_cast<std::size_t>(at.period)]);
}

Json metric_json(const Metric& metric) {
  return {{"name", metric.name},
          {"unit", metric.unit},
          {"title", words_json(metric.title)},
          {"meaning", words_json(metric.meaning)},
          {"measure", name(metric.measure)},
          {"better", name(metric.better)},
          {"is_excess", metric.is_excess},
          {"is_whole", metric.is_whole}};
}

Json display_json(const Display& display) {
  return {{"divisor", display.divisor},
          {"label", display.label},
          {"decimals", display.decimals},
          {"groups_digits", display.groups_digits}};
}

Json displays_json(const Metric& metric) {
  return {{"en", display_json(display_of(metric, Language::en))},
          {"zh", display_json(display_of(metric, Language::zh))}};
}

}  // namespace groundwork
