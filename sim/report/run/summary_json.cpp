#include "sim/report/run/summary_json.hpp"

#include "sim/report/json.hpp"

namespace groundwork {

namespace {

Json cell_json(const Results& results, int index) {
  const MetricBlock& block = results.table.block(results.table.at(index).block);
  const Summary& summary = results.cells[static_cast<std::size_t>(index)];
  Json json = figure_json(results.table, index);
  json["mean"] = number_or_null(summary.mean);
  json["se"] = number_or_null(summary.standard_error);
  json["p05"] = number_or_null(summary.quantile[Summary::p05]);
  json["p50"] = number_or_null(summary.quantile[Summary::p50]);
  json["p95"] = number_or_null(summary.quantile[Summary::p95]);
  if (summary.undefined > 0) json["undefined_paths"] = summary.undefined;
  if (block.metric.is_excess) json["probability_above_zero"] = number_or_null(probability_above_zero(summary));
  return json;
}

Json headline_json(const Results& results) {
  Json list = Json::array();
  for (const int cell : results.table.headline_cells()) list.push_back(cell_json(results, cell));
  return list;
}

/// Half-widths of 95 % confidence intervals, as shares or in the unit of the figure.
Json precision_json(const Results& results) {
  Json list = Json::array();
  for (const PrecisionReached& reached : results.precision)
    list.push_back({{"target", reached.target.text},
                    {"met", reached.is_met()},
                    {"value", number_or_null(reached.value)},
                    {"half_width_wanted", reached.target.half_width},
                    {"half_width", number_or_null(reached.half_width)},
                    {"relative", reached.target.is_relative}});
  return list;
}

/// Every period of the metrics that count what should not happen.
Json excess_json(const Results& results) {
  Json list = Json::array();
  for (const MetricBlock& block : results.table.blocks())
    if (block.metric.is_excess)
      for (std::size_t period = 0; period < block.periods.size(); ++period)
        list.push_back(cell_json(results, block.cell(0, static_cast<int>(period))));
  return list;
}

}  // namespace

std::string summary_json(const Scenario& scenario, const Results& results, const std::string& version) {
  Json json = head_json("run", version);
  json.update(Json{{"title", scenario.title.en},
                   {"title_zh", scenario.title.zh},
                   {"scenario", scenario.path},
                   {"scenario_digest", scenario.digest},
                   {"sampler", results.is_central ? "central" : std::string(name(results.run.sampler))},
                   {"seed", results.run.seed},
                   {"paths_asked", results.is_central ? 1 : results.run.paths},
                   {"paths", results.paths},
                   {"complete", results.is_complete()},
                   {"ending", name(results.ending)},
                   {"precision", precision_json(results)},
                   {"seconds", results.seconds},
                   {"paths_per_second", results.seconds > 0.0 ? Json(results.paths_per_second()) : Json(nullptr)},
                   {"results_digest", results_digest(results)},
                   {"headline", headline_json(results)},
                   {"excess", excess_json(results)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
