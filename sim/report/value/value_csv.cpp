#include "sim/report/value/value_csv.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"
#include "sim/report/csv_field.hpp"
#include "sim/report/estimate_fields.hpp"
#include "sim/report/sensitivity/sensitivity_csv.hpp"

namespace groundwork {

namespace {

std::string figure_header() { return "metric,unit,scope,period,direction"; }

std::string figure_fields(const ValueReport& report) {
  return fmt::format("{},{},{},{},{}", csv_field(report.metric.name), csv_field(report.metric.unit),
                     csv_field(report.scope.name), csv_field(report.period), name(report.metric.better));
}

}  // namespace

std::string value_csv(const ValueReport& report) {
  const std::string figure = figure_fields(report);
  std::string text = figure_header() + ",factor,kind,columns" + estimate_header("value") + estimate_header("share") +
                     estimate_header("changes") + ",members\n";
  text += figure + ",everything,all,";
  append_estimate(text, report.value.perfect);
  append_estimate(text, {});
  append_estimate(text, report.value.changes);
  text += ",\n";
  for (const FactorValue& of : report.value.factors) {
    text += fmt::format("{},{},{},{}", figure, csv_field(of.factor.name), kind_name(of.factor.kind),
                        of.factor.columns.size());
    for (const Estimate& estimate : {of.value, of.share, of.changes}) append_estimate(text, estimate);
    text += "," + csv_field(joined(of.factor.members, " ")) + "\n";
  }
  return text;
}

std::string options_csv(const ValueReport& report) {
  std::string text = figure_header() + ",option,title,chosen" + estimate_header("mean") + estimate_header("p_best") +
                     estimate_header("expected_loss") + "\n";
  for (std::size_t i = 0; i < report.options.size(); ++i) {
    text += fmt::format("{},{},{},{}", figure_fields(report), csv_field(report.options[i].name),
                        csv_field(report.options[i].title.en), i == report.value.chosen ? "yes" : "no");
    const OptionValue& option = report.value.options[i];
    for (const Estimate& estimate : {option.mean, option.best, option.loss}) append_estimate(text, estimate);
    text += '\n';
  }
  return text;
}

}  // namespace groundwork
