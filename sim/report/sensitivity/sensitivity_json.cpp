#include "sim/report/sensitivity/sensitivity_json.hpp"

#include <algorithm>

#include "sim/report/json.hpp"

namespace groundwork {

namespace {

/// A group and the model's own draws have no meaning but their names.
Json meaning_json(const Study& study, const std::string& key) {
  const auto is_it = [&](const Input& input) { return input.declaration.key == key; };
  const auto found = std::ranges::find_if(study.scenario.inputs, is_it);
  return found == study.scenario.inputs.end() ? Json(nullptr) : words_json(found->declaration.meaning);
}

Json factor_json(const Study& study, const Factor& factor) {
  return {{"factor", factor.name},
          {"kind", kind_name(factor.kind)},
          {"meaning", meaning_json(study, factor.name)},
          {"columns", factor.columns.size()},
          {"members", factor.members}};
}

Json driver_json(const Study& study, const Driver& driver) {
  Json json = factor_json(study, driver.factor);
  json["share"] = estimate_json(driver.first_order);
  if (driver.correlations) {
    json["spearman"] = estimate_json(driver.correlations->spearman);
    json["prcc"] = estimate_json(driver.correlations->partial);
    json["src"] = estimate_json(driver.correlations->standardised);
  }
  return json;
}

Json drivers_figure(const Study& study, const FigureDrivers& figure) {
  Json json = figure_json(study.program->outputs(), figure.cell);
  json["paths"] = figure.paths;
  json["undefined_paths"] = figure.undefined;
  json["is_constant"] = figure.is_constant;
  json["explained"] = estimate_json(figure.explained);
  json["r_squared"] = figure.r_squared;
  json["rank_r_squared"] = figure.rank_r_squared;
  json["factors"] = Json::array();
  for (const Driver& driver : all_drivers(figure)) json["factors"].push_back(driver_json(study, driver));
  return json;
}

Json sobol_figure(const Study& study, const SobolAnalysis& analysis, std::size_t cell) {
  const SobolIndices& indices = analysis.indices[cell];
  Json json = figure_json(study.program->outputs(), analysis.cells[cell]);
  json["paths"] = indices.paths;
  json["undefined_paths"] = indices.undefined;
  json["is_constant"] = indices.is_constant;
  json["explained"] = estimate_json(indices.explained);
  json["factors"] = Json::array();
  for (std::size_t i = 0; i < indices.first.size(); ++i) {
    Json factor = factor_json(study, analysis.factors[i]);
    factor["first"] = estimate_json(indices.first[i]);
    factor["total"] = estimate_json(indices.total[i]);
    json["factors"].push_back(factor);
  }
  return json;
}

Json spread_json(const Summary& summary) {
  return {{"mean", number_or_null(summary.mean)},
          {"se", number_or_null(summary.standard_error)},
          {"p05", number_or_null(summary.quantile[Summary::p05])},
          {"p95", number_or_null(summary.quantile[Summary::p95])}};
}

Json tornado_figure(const Study& study, const Tornado& tornado) {
  Json json = figure_json(study.program->outputs(), tornado.cell);
  json["base"] = spread_json(tornado.base);
  json["inputs"] = Json::array();
  for (const TornadoBar& bar : tornado.bars) {
    const Declaration& input = study.scenario.inputs[static_cast<std::size_t>(bar.input)].declaration;
    json["inputs"].push_back({{"input", input.key},
                              {"meaning", words_json(input.meaning)},
                              {"unit", input.unit},
                              {"p10", bar.low_value},
                              {"p90", bar.high_value},
                              {"at_p10", spread_json(bar.at_low)},
                              {"at_p90", spread_json(bar.at_high)},
                              {"swing", estimate_json(bar.swing)}});
  }
  return json;
}

std::string document(const Study& study, const AnalysisRecord& record, const char* analysis, Json figures) {
  const Scenario& scenario = study.scenario;
  Json json = head_json("sensitivity", record.version);
  json.update(Json{{"analysis", analysis},
                   {"title", scenario.title.en},
                   {"title_zh", scenario.title.zh},
                   {"scenario", scenario.path},
                   {"scenario_digest", scenario.digest},
                   {"sampler", std::string(name(scenario.run.sampler))},
                   {"seed", scenario.run.seed},
                   {"paths", scenario.run.paths},
                   {"runs", record.runs},
                   {"seconds", record.seconds},
                   {"figures", std::move(figures)}});
  return json.dump(2) + "\n";
}

}  // namespace

std::string drivers_json(const Study& study, const std::vector<FigureDrivers>& figures, const AnalysisRecord& record) {
  Json list = Json::array();
  for (const FigureDrivers& figure : figures) list.push_back(drivers_figure(study, figure));
  return document(study, record, "sensitivity from one run", std::move(list));
}

std::string sobol_json(const Study& study, const SobolAnalysis& analysis, const AnalysisRecord& record) {
  Json list = Json::array();
  for (std::size_t cell = 0; cell < analysis.cells.size(); ++cell) list.push_back(sobol_figure(study, analysis, cell));
  return document(study, record, "Sobol' design", std::move(list));
}

std::string tornado_json(const Study& study, const std::vector<Tornado>& tornados, const AnalysisRecord& record) {
  Json list = Json::array();
  for (const Tornado& tornado : tornados) list.push_back(tornado_figure(study, tornado));
  return document(study, record, "tornado", std::move(list));
}

}  // namespace groundwork
