#include "sim/report/page/metrics_payload.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/report/page/payload_values.hpp"

namespace groundwork {

namespace {

using Statistic = std::function<double(const Summary&)>;

/// The statistic of every cell of a block, or of those of its first scopes.
Json over_cells(const Results& results, const MetricBlock& block, std::size_t scopes, const Statistic& statistic) {
  std::vector<double> values;
  for (int period = 0; period < std::ssize(block.periods); ++period)
    for (int slot = 0; slot < static_cast<int>(scopes); ++slot)
      values.push_back(statistic(results.cells[static_cast<std::size_t>(block.cell(slot, period))]));
  return short_numbers(values);
}

double share_undefined(const Summary& cell) {
  return static_cast<double>(cell.undefined) / static_cast<double>(cell.defined + cell.undefined);
}

constexpr std::array<std::size_t, 3> bounded_quantiles{Summary::p05, Summary::p50, Summary::p95};

Json values_payload(const Results& results, const MetricBlock& block) {
  const std::size_t all = block.scopes.size();
  Json values{
      {"mean", over_cells(results, block, all, [](const Summary& cell) { return cell.mean; })},
      {"standard_error", over_cells(results, block, all, [](const Summary& cell) { return cell.standard_error; })}};
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i)
    values["quantiles"].push_back(
        over_cells(results, block, all, [i](const Summary& cell) { return cell.quantile[i]; }));
  for (const std::size_t i : bounded_quantiles) {
    values["low"].push_back(over_cells(results, block, 1, [i](const Summary& cell) { return cell.low[i]; }));
    values["high"].push_back(over_cells(results, block, 1, [i](const Summary& cell) { return cell.high[i]; }));
  }
  if (block.metric.is_excess) values["above_zero"] = over_cells(results, block, all, probability_above_zero);
  const Json undefined = over_cells(results, block, all, share_undefined);
  if (std::ranges::any_of(undefined, [](const Json& share) { return share != 0; })) values["undefined"] = undefined;
  return values;
}

}  // namespace

Json metrics_payload(const Results& results) {
  Json list = Json::array();
  for (const MetricBlock& block : results.table.blocks()) {
    Json json = metric_json(block.metric);
    json["display"] = displays_json(block.metric);
    json["scopes"] = block.scopes;
    json["periods"] = block.periods;
    json["values"] = values_payload(results, block);
    list.push_back(std::move(json));
  }
  return list;
}

Json scopes_payload(const OutputTable& table) {
  Json list = Json::array();
  for (const Scope& scope : table.scopes())
    list.push_back(
        {{"name", scope.name}, {"title", words_json(scope.title)}, {"kind", scope.kind}, {"within", scope.within}});
  return list;
}

}  // namespace groundwork
