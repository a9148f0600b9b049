#include "sim/report/comparison/comparison_csv.hpp"

#include <fmt/format.h>

#include "sim/report/csv_field.hpp"

namespace groundwork {

namespace {

constexpr const char* header =
    "metric,unit,scope,period,direction,option,mean,se,difference_mean,difference_se,difference_p05,difference_p50,"
    "difference_p95,p_better,p_better_se,p_equal,pairing_gain,pairs,pairs_left_out,first_order,second_order,"
    "expected_regret,expected_regret_se,regret_p95,p_best\n";

void append_empty(std::string& line, std::size_t fields) { line.append(fields, ','); }

void append_difference(std::string& line, const PairedDifference& paired) {
  const Summary& difference = paired.difference;
  for (const double value : {difference.mean, difference.standard_error, difference.quantile[Summary::p05],
                             difference.quantile[Summary::p50], difference.quantile[Summary::p95], paired.better.mean,
                             paired.better.standard_error, paired.equal_share, paired.pairing_gain})
    append_number(line, value);
  line += fmt::format(",{},{}", difference.defined, difference.undefined);
}

std::string line_of(const Comparison& comparison, const FigureComparison& figure, std::size_t option) {
  constexpr std::size_t difference_fields = 11, dominance_fields = 2, regret_fields = 4;
  std::string line = fmt::format("{},{},{},{},{},{}", csv_field(figure.metric.name), csv_field(figure.metric.unit),
                                 csv_field(figure.scope.name), csv_field(figure.period), name(figure.metric.better),
                                 csv_field(comparison.options[option].name));
  append_number(line, figure.own[option].mean);
  append_number(line, figure.own[option].standard_error);
  if (option == 0)
    append_empty(line, difference_fields);
  else
    append_difference(line, figure.differences[option - 1]);
  if (option == 0 || figure.dominance.empty())
    append_empty(line, dominance_fields);
  else
    line += fmt::format(",{},{}", name(figure.dominance[option - 1].first_order),
                        name(figure.dominance[option - 1].second_order));
  if (figure.regrets.empty()) {
    append_empty(line, regret_fields);
  } else {
    const Regret& regret = figure.regrets[option];
    for (const double value :
         {regret.regret.mean, regret.regret.standard_error, regret.regret.quantile[Summary::p95], regret.best_share})
      append_number(line, value);
  }
  return line + '\n';
}

}  // namespace

std::string comparison_csv(const Comparison& comparison) {
  std::string text = header;
  for (const auto* figures : {&comparison.figures, &comparison.places})
    for (const FigureComparison& figure : *figures)
      for (std::size_t option = 0; option < comparison.options.size(); ++option)
        text += line_of(comparison, figure, option);
  return text;
}

}  // namespace groundwork
