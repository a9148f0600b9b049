#include "sim/report/backtest/backtest_files.hpp"
#include "sim/report/backtest/backtest_text.hpp"
#include "sim/report/json.hpp"

namespace groundwork {

namespace {

Json score_json(const Score& score) {
  return {{"compared", score.compared}, {"outside", score.outside}, {"without_range", score.without_range}};
}

void add_placement(Json& json, const Placement& placement) {
  const Summary& simulated = placement.simulated;
  json["p05"] = number_or_null(simulated.quantile[Summary::p05]);
  json["p50"] = number_or_null(simulated.quantile[Summary::p50]);
  json["p95"] = number_or_null(simulated.quantile[Summary::p95]);
  json["percentile"] = number_or_null(placement.percentile);
  json["percentile_se"] = number_or_null(placement.error);
  json["bound_holds"] = number_or_null(placement.bound_holds);
  json["verdict"] = name(placement.verdict);
  if (simulated.undefined > 0) json["undefined_paths"] = simulated.undefined;
}

Json answer_json(const BacktestFigure& figure, const OutputTable& table) {
  const Words words = answer_words(figure.answer, table);
  const auto shown = [&](Language language) { return display_json(answer_display(figure.answer, table, language)); };
  return {{"figure", answer_text(figure.answer)},
          {"title", words_json(words)},
          {"factor", figure.factor},
          {"value", figure.published.value},
          {"bound", name(figure.published.bound)},
          {"simulated_unit", figure.answer.unit},
          {"display", {{"en", shown(Language::en)}, {"zh", shown(Language::zh)}}}};
}

Json figure_json(const BacktestFigure& figure, const std::optional<Placement>& placement, const OutputTable& table) {
  const PublishedRow& row = figure.row;
  Json json{{"id", row.id},
            {"what", row.what},
            {"scope", row.scope},
            {"when", row.when},
            {"published", row.value},
            {"unit", row.unit},
            {"from", row.from},
            {"evidence", name(row.evidence)},
            {"forecast", figure.is_forecast},
            {"standing", name(figure.standing)}};
  if (!figure.answer.cells.empty())
    json.update(answer_json(figure, table));
  else if (!figure.answer.figures.empty())
    json["figure"] = answer_text(figure.answer);
  if (placement) add_placement(json, *placement);
  if (!figure.reason.en.empty()) json.update(Json{{"reason", figure.reason.en}, {"reason_zh", figure.reason.zh}});
  if (!figure.note.empty()) json["note"] = figure.note;
  return json;
}

Json figures_json(const BacktestRecord& record) {
  Json list = Json::array();
  for (std::size_t i = 0; i < record.map.figures.size(); ++i)
    list.push_back(figure_json(record.map.figures[i], record.backtest.placements[i], record.results.table));
  return list;
}

Json contradictions_json(const BacktestRecord& record) {
  Json list = Json::array();
  for (const Contradiction& contradiction : record.backtest.contradictions) {
    Json ids = Json::array();
    for (const std::size_t index : contradiction) ids.push_back(record.map.figures[index].row.id);
    list.push_back({{"figure", answer_text(record.map.figures[contradiction.front()].answer)}, {"ids", ids}});
  }
  return list;
}

Json scores_json(const BacktestRecord& record) {
  Json json = score_json(score_of(record.map, record.backtest));
  for (const Evidence evidence : {Evidence::hindsight, Evidence::known, Evidence::calibrated})
    json[std::string(name(evidence))] = score_json(score_of(record.map, record.backtest, evidence));
  return json;
}

}  // namespace

std::string backtest_json(const BacktestRecord& record, const std::string& version) {
  const Results& results = record.results;
  Json json = head_json("backtest", version);
  json.update(Json{{"title", record.scenario.title.en},
                   {"title_zh", record.scenario.title.zh},
                   {"scenario", record.scenario.path},
                   {"scenario_digest", record.scenario.digest},
                   {"map", record.map.path},
                   {"sampler", name(results.run.sampler)},
                   {"seed", results.run.seed},
                   {"paths_asked", results.run.paths},
                   {"paths", results.paths},
                   {"complete", results.is_complete()},
                   {"score", scores_json(record)},
                   {"contradictions", contradictions_json(record)},
                   {"figures", figures_json(record)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
