#include "sim/report/run/study_json.hpp"

#include <utility>
#include <vector>

#include "sim/analysis/comparison/scenario_differences.hpp"
#include "sim/report/json.hpp"
#include "sim/report/saved/folder_format.hpp"

namespace groundwork {

namespace {

Json metrics_json(const OutputTable& table) {
  Json list = Json::array();
  for (const MetricBlock& block : table.blocks()) {
    const Metric& metric = block.metric;
    Json scopes = Json::array();
    for (const int scope : block.scopes) scopes.push_back(table.scopes()[static_cast<std::size_t>(scope)].name);
    Json json = metric_json(metric);
    json["display"] = {{"en", display_json(metric.display.en)}, {"zh", display_json(metric.display.zh)}};
    json["scopes"] = scopes;
    json["periods"] = block.periods;
    list.push_back(std::move(json));
  }
  return list;
}

Json scopes_json(const OutputTable& table) {
  Json list = Json::array();
  for (const Scope& scope : table.scopes())
    list.push_back(
        {{"name", scope.name}, {"title", words_json(scope.title)}, {"kind", scope.kind}, {"within", scope.within}});
  return list;
}

/// At probabilities 0, 1/100, … 1; the ends of a distribution without end are null.
Json quantiles_json(const Distribution& distribution) {
  Json list = Json::array();
  for (int i = 0; i < input_curve_points; ++i)
    list.push_back(number_or_null(distribution.quantile(static_cast<double>(i) / (input_curve_points - 1))));
  return list;
}

Json inputs_json(const Scenario& scenario) {
  Json list = Json::array();
  for (const Input& input : scenario.inputs) {
    Json json{{"key", input.declaration.key},
              {"unit", input.declaration.unit},
              {"meaning", words_json(input.declaration.meaning)},
              {"value", input.distribution.text()},
              {"mean", input.distribution.mean()},
              {"source", input.source},
              {"set_at", input.position.text()}};
    if (!input.distribution.is_fixed()) json["quantiles"] = quantiles_json(input.distribution);
    list.push_back(std::move(json));
  }
  return list;
}

Json settings_json(const Scenario& scenario) {
  Json list = Json::array();
  for (const Setting& setting : scenario.settings)
    list.push_back({{"key", setting.declaration.key},
                    {"meaning", words_json(setting.declaration.meaning)},
                    {"value", setting.text},
                    {"set_at", setting.position.text()}});
  return list;
}

Json changes_json(const Study& study, const Study* base) {
  if (base == nullptr) return nullptr;
  Json list = Json::array();
  for (const InputDifference& input : differing_inputs({&base->scenario, &study.scenario}))
    list.push_back(
        {{"key", input.key}, {"unit", input.unit}, {"base", input.values.front()}, {"here", input.values.back()}});
  return {{"base", base->scenario.path},
          {"title", base->scenario.title.en},
          {"title_zh", base->scenario.title.zh},
          {"inputs", list}};
}

}  // namespace

std::string study_json(const Study& study, const Study* base) {
  const Scenario& scenario = study.scenario;
  const Json json{{"generator", "groundwork"},
                  {"format", folder_format},
                  {"title", scenario.title.en},
                  {"title_zh", scenario.title.zh},
                  {"description", scenario.description.en},
                  {"description_zh", scenario.description.zh},
                  {"files", scenario.files},
                  {"changes", changes_json(study, base)},
                  {"metrics", metrics_json(study.program->outputs())},
                  {"scopes", scopes_json(study.program->outputs())},
                  {"inputs", inputs_json(scenario)},
                  {"settings", settings_json(scenario)}};
  return json.dump(1) + "\n";
}

}  // namespace groundwork
