#include "sim/report/value/value_json.hpp"

#include "sim/report/json.hpp"
#include "sim/report/sensitivity/sensitivity_csv.hpp"

namespace groundwork {

namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json options_json(const ValueReport& report) {
  Json list = Json::array();
  for (std::size_t i = 0; i < report.options.size(); ++i) {
    const ComparedOption& option = report.options[i];
    const OptionValue& value = report.value.options[i];
    list.push_back({{"name", option.name},
                    {"title", option.title.en},
                    {"title_zh", option.title.zh},
                    {"scenario", text_or_null(option.path)},
                    {"scenario_digest", text_or_null(option.digest)},
                    {"mean", estimate_json(value.mean)},
                    {"p_best", estimate_json(value.best)},
                    {"expected_loss", estimate_json(value.loss)}});
  }
  return list;
}

Json factors_json(const ValueReport& report) {
  Json list = Json::array();
  for (const FactorValue& of : report.value.factors)
    list.push_back({{"factor", of.factor.name},
                    {"kind", kind_name(of.factor.kind)},
                    {"columns", of.factor.columns.size()},
                    {"members", of.factor.members},
                    {"value", estimate_json(of.value)},
                    {"share", estimate_json(of.share)},
                    {"changes", estimate_json(of.changes)}});
  return list;
}

}  // namespace

std::string value_json(const ValueReport& report, const std::string& version) {
  const DecisionValue& value = report.value;
  Json json = head_json("value", version);
  json.update(figure_json(report.metric, report.scope, report.period));
  json.update(Json{{"analysis", "value of information"},
                   {"sampler", name(report.run.sampler)},
                   {"seed", report.run.seed},
                   {"paths", report.run.paths},
                   {"paths_left_out", value.undefined},
                   {"chosen", report.options[value.chosen].name},
                   {"runner_up", report.options[value.runner_up].name},
                   {"lead", estimate_json(value.lead)},
                   {"perfect_information", estimate_json(value.perfect)},
                   {"changes", estimate_json(value.changes)},
                   {"options", options_json(report)},
                   {"factors", factors_json(report)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
