#include "sim/report/run/results_csv.hpp"

#include <fmt/format.h>

#include "sim/base/page_memory.hpp"
#include "sim/report/csv_field.hpp"
#include "sim/statistics/quantile_curve.hpp"

namespace groundwork {

namespace {

void append_statistics(std::string& line, const Summary& cell) {
  for (const double value : {cell.mean, cell.standard_error, cell.standard_deviation}) append_number(line, value);
  for (const double value : cell.quantile) append_number(line, value);
  for (const double value : {cell.minimum, cell.maximum, cell.tail_below, cell.tail_above}) append_number(line, value);
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
    append_number(line, cell.low[i]);
    append_number(line, cell.high[i]);
  }
  append_number(line, cell.share_at_minimum);
  append_number(line, cell.share_at_maximum);
  line += fmt::format(",{},{}\n", cell.defined, cell.undefined);
}

/// "metric,unit,scope,period" of a cell.
std::string name_fields(const MetricBlock& block, const Scope& scope, const std::string& period) {
  return fmt::format("{},{},{},{}", csv_field(block.metric.name), csv_field(block.metric.unit), csv_field(scope.name),
                     csv_field(period));
}

}  // namespace

std::string results_header() {
  std::string line = "metric,unit,scope,period,mean,se,sd";
  for (const double p : summary_probabilities) line += fmt::format(",p{:02.0f}", 100.0 * p);
  line += ",min,max,tail_below_p05,tail_above_p95";
  for (const double p : summary_probabilities) line += fmt::format(",p{0:02.0f}_low,p{0:02.0f}_high", 100.0 * p);
  return line + ",share_at_min,share_at_max,defined,undefined\n";
}

std::string distributions_header() { return "metric,unit,scope,period,probability,quantile\n"; }

std::string distributions_csv(const Results& results) {
  std::string text = distributions_header();
  for (const QuantileCurve& curve : results.curves) {
    const Cell cell = results.table.at(curve.cell);
    const MetricBlock& block = results.table.block(cell.block);
    const std::string names = name_fields(block, results.table.scopes()[static_cast<std::size_t>(cell.scope)],
                                          block.periods[static_cast<std::size_t>(cell.period)]);
    for (std::size_t point = 0; point < curve.quantiles.size(); ++point) {
      text += names;
      append_number(text, curve_probability(static_cast<int>(point)));
      append_number(text, curve.quantiles[point]);
      text += '\n';
    }
  }
  return text;
}

std::string results_csv(const Results& results) {
  constexpr std::size_t usual_line = 1024;  // bytes: with room to spare, so that the text need not move as it grows
  std::string text = results_header();
  reserve_large(text, results.cells.size() * usual_line);
  for (const MetricBlock& block : results.table.blocks())
    for (std::size_t slot = 0; slot < block.scopes.size(); ++slot)
      for (std::size_t period = 0; period < block.periods.size(); ++period) {
        const Scope& scope = results.table.scopes()[static_cast<std::size_t>(block.scopes[slot])];
        text += name_fields(block, scope, block.periods[period]);
        append_statistics(
            text,
            results.cells[static_cast<std::size_t>(block.cell(static_cast<int>(slot), static_cast<int>(period)))]);
      }
  return text;
}

std::string paths_csv(const Results& results) {
  std::string text = "path";
  for (const KeptColumn& column : results.kept) {
    const Cell cell = results.table.at(column.cell);
    const MetricBlock& block = results.table.block(cell.block);
    text += "," + csv_field(fmt::format("{}:{}:{}", block.metric.name,
                                        results.table.scopes()[static_cast<std::size_t>(cell.scope)].name,
                                        block.periods[static_cast<std::size_t>(cell.period)]));
  }
  text += '\n';
  for (std::size_t path = 0; path < static_cast<std::size_t>(results.paths); ++path) {
    text += std::to_string(path);
    for (const KeptColumn& column : results.kept) append_number(text, column.values[path]);
    text += '\n';
  }
  return text;
}

}  // namespace groundwork
