#include "sim/report/sensitivity/sensitivity_csv.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"
#include "sim/report/csv_field.hpp"
#include "sim/report/estimate_fields.hpp"

namespace groundwork {

namespace {

/// metric,scope,period
std::string figure_fields(const OutputTable& table, int index) {
  const Cell cell = table.at(index);
  const MetricBlock& block = table.block(cell.block);
  return fmt::format("{},{},{}", block.metric.name,
                     csv_field(table.scopes()[static_cast<std::size_t>(cell.scope)].name),
                     block.periods[static_cast<std::size_t>(cell.period)]);
}

std::string factor_fields(const Factor& factor) {
  return fmt::format("{},{},{}", csv_field(factor.name), kind_name(factor.kind), factor.columns.size());
}

std::string members_field(const Factor& factor) { return "," + csv_field(joined(factor.members, " ")) + "\n"; }

}  // namespace

std::string kind_name(FactorKind kind) {
  switch (kind) {
    case FactorKind::input:
      return "input";
    case FactorKind::draws:
      return "draws";
    case FactorKind::group:
      return "group";
  }
  return "";
}

std::string drivers_csv(const Study& study, const std::vector<FigureDrivers>& figures) {
  std::string text = "metric,scope,period,factor,kind,columns" + estimate_header("share") +
                     estimate_header("spearman") + estimate_header("prcc") + estimate_header("src") + ",members\n";
  for (const FigureDrivers& figure : figures)
    for (const Driver& driver : all_drivers(figure)) {
      text += figure_fields(study.program->outputs(), figure.cell) + "," + factor_fields(driver.factor);
      const InputCorrelations correlations = driver.correlations.value_or(InputCorrelations{});
      for (const Estimate& estimate :
           {driver.first_order, correlations.spearman, correlations.partial, correlations.standardised})
        append_estimate(text, estimate);
      text += members_field(driver.factor);
    }
  return text;
}

std::string sobol_csv(const Study& study, const SobolAnalysis& analysis) {
  std::string text =
      "metric,scope,period,factor,kind,columns" + estimate_header("first") + estimate_header("total") + ",members\n";
  for (std::size_t cell = 0; cell < analysis.cells.size(); ++cell)
    for (std::size_t i = 0; i < analysis.indices[cell].first.size(); ++i) {
      text += figure_fields(study.program->outputs(), analysis.cells[cell]) + "," + factor_fields(analysis.factors[i]);
      append_estimate(text, analysis.indices[cell].first[i]);
      append_estimate(text, analysis.indices[cell].total[i]);
      text += members_field(analysis.factors[i]);
    }
  return text;
}

std::string tornado_csv(const Study& study, const std::vector<Tornado>& tornados) {
  std::string text =
      "metric,scope,period,input,unit,input_p10,input_p90,mean_at_p10,p05_at_p10,p95_at_p10,"
      "mean_at_p90,p05_at_p90,p95_at_p90" +
      estimate_header("swing") + "\n";
  for (const Tornado& tornado : tornados)
    for (const TornadoBar& bar : tornado.bars) {
      const Declaration& input = study.scenario.inputs[static_cast<std::size_t>(bar.input)].declaration;
      text += fmt::format("{},{},{}", figure_fields(study.program->outputs(), tornado.cell), csv_field(input.key),
                          csv_field(input.unit));
      for (const double value : {bar.low_value, bar.high_value}) append_number(text, value);
      for (const Summary* at : {&bar.at_low, &bar.at_high})
        for (const double value : {at->mean, at->quantile[Summary::p05], at->quantile[Summary::p95]})
          append_number(text, value);
      append_estimate(text, bar.swing);
      text += '\n';
    }
  return text;
}

}  // namespace groundwork
