#include "sim/report/page/run_payload.hpp"

#include "sim/report/page/metrics_payload.hpp"
#include "sim/report/page/payload_values.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

namespace {

Json made_payload(const SavedRun& run) {
  const Results& results = run.results;
  return {{"version", run.version},
          {"scenario", run.scenario_path},
          {"scenario_digest", run.scenario_digest},
          {"results_digest", run.results_digest},
          {"paths", results.paths},
          {"paths_asked", results.run.paths},
          {"seed", results.run.seed},
          {"sampler", results.is_central ? "central" : name(results.run.sampler)},
          {"ending", name(results.ending)}};
}

Json changes_payload(const SavedRun& run) {
  if (!run.changes) return nullptr;
  Json inputs = Json::array();
  for (const InputDifference& input : run.changes->inputs)
    inputs.push_back(
        {{"key", input.key}, {"unit", input.unit}, {"base", input.values.front()}, {"here", input.values.back()}});
  return {{"base", run.changes->base}, {"title", words_json(run.changes->title)}, {"inputs", inputs}};
}

Json curves_payload(const Results& results) {
  Json list = Json::array();
  for (const QuantileCurve& curve : results.curves) {
    Json json = figure_json(results.table, curve.cell);
    json["quantiles"] = short_numbers(curve.quantiles);
    list.push_back(std::move(json));
  }
  return list;
}

Json inputs_payload(const SavedRun& run) {
  Json list = Json::array();
  for (const SavedInput& input : run.inputs) {
    Json json{{"key", input.key},
              {"unit", input.unit},
              {"meaning", words_json(input.meaning)},
              {"value", input.value},
              {"mean", short_number(input.mean)},
              {"source", input.source},
              {"set_at", input.set_at}};
    if (!input.quantiles.empty()) json["quantiles"] = short_numbers(input.quantiles);
    list.push_back(std::move(json));
  }
  return list;
}

Json settings_payload(const SavedRun& run) {
  Json list = Json::array();
  for (const SavedSetting& setting : run.settings)
    list.push_back({{"key", setting.key},
                    {"meaning", words_json(setting.meaning)},
                    {"value", setting.value},
                    {"set_at", setting.set_at}});
  return list;
}

}  // namespace

Json run_payload(const SavedRun& run) {
  return {{"title", words_json(run.title)},
          {"description", words_json(run.description)},
          {"made", made_payload(run)},
          {"changes", changes_payload(run)},
          {"probabilities", summary_probabilities},
          {"scopes", scopes_payload(run.results.table)},
          {"metrics", metrics_payload(run.results)},
          {"curves", curves_payload(run.results)},
          {"inputs", inputs_payload(run)},
          {"settings", settings_payload(run)}};
}

}  // namespace groundwork
