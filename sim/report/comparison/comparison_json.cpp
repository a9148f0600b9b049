#include "sim/report/comparison/comparison_json.hpp"

#include <utility>

#include "sim/report/json.hpp"

namespace groundwork {

namespace {

Json options_json(const Comparison& comparison) {
  Json list = Json::array();
  for (const ComparedOption& option : comparison.options)
    list.push_back({{"name", option.name},
                    {"title", option.title.en},
                    {"title_zh", option.title.zh},
                    {"scenario", option.path},
                    {"scenario_digest", option.digest}});
  return list;
}

Json inputs_json(const Comparison& comparison) {
  Json list = Json::array();
  for (const InputDifference& input : comparison.inputs) {
    Json values = Json::array();
    for (const std::string& value : input.values) values.push_back(value.empty() ? Json(nullptr) : Json(value));
    list.push_back({{"key", input.key}, {"unit", input.unit}, {"values", values}});
  }
  return list;
}

Json difference_json(const PairedDifference& paired) {
  const Summary& difference = paired.difference;
  return {{"mean", number_or_null(difference.mean)},
          {"se", number_or_null(difference.standard_error)},
          {"p05", number_or_null(difference.quantile[Summary::p05])},
          {"p50", number_or_null(difference.quantile[Summary::p50])},
          {"p95", number_or_null(difference.quantile[Summary::p95])},
          {"p_better", number_or_null(paired.better.mean)},
          {"p_better_se", number_or_null(paired.better.standard_error)},
          {"p_equal", number_or_null(paired.equal_share)},
          {"constant", paired.is_constant},
          {"pairing_gain", number_or_null(paired.pairing_gain)},
          {"pairs", difference.defined},
          {"pairs_left_out", difference.undefined}};
}

Json regret_json(const Regret& regret) {
  return {{"mean", number_or_null(regret.regret.mean)},
          {"se", number_or_null(regret.regret.standard_error)},
          {"p95", number_or_null(regret.regret.quantile[Summary::p95])},
          {"p_best", number_or_null(regret.best_share)}};
}

Json option_json(const Comparison& comparison, const FigureComparison& figure, std::size_t option) {
  Json json{{"option", comparison.options[option].name},
            {"mean", number_or_null(figure.own[option].mean)},
            {"se", number_or_null(figure.own[option].standard_error)}};
  if (option > 0) json["difference"] = difference_json(figure.differences[option - 1]);
  if (option > 0 && !figure.dominance.empty())
    json["dominates"] = {{"first_order", name(figure.dominance[option - 1].first_order)},
                         {"second_order", name(figure.dominance[option - 1].second_order)}};
  if (!figure.regrets.empty()) json["regret"] = regret_json(figure.regrets[option]);
  return json;
}

Json figures_json(const Comparison& comparison, const std::vector<FigureComparison>& figures) {
  Json list = Json::array();
  for (const FigureComparison& figure : figures) {
    Json options = Json::array();
    for (std::size_t option = 0; option < comparison.options.size(); ++option)
      options.push_back(option_json(comparison, figure, option));
    Json json = figure_json(figure.metric, figure.scope, figure.period);
    json["options"] = std::move(options);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const std::string& version) {
  Json json = head_json("compare", version);
  json.update(Json{{"baseline", comparison.options.front().name},
                   {"options", options_json(comparison)},
                   {"sampler", name(comparison.run.sampler)},
                   {"seed", comparison.run.seed},
                   {"paths", comparison.run.paths},
                   {"differing_inputs", inputs_json(comparison)},
                   {"figures", figures_json(comparison, comparison.figures)},
                   {"by", comparison.by.empty() ? Json(nullptr) : Json(comparison.by)},
                   {"places", figures_json(comparison, comparison.places)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
