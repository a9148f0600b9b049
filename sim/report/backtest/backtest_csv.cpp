#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/report/backtest/backtest_files.hpp"
#include "sim/report/backtest/backtest_text.hpp"
#include "sim/report/csv_field.hpp"

namespace groundwork {

namespace {

constexpr const char* header =
    "id,what,scope,when,published,unit,from,evidence,forecast,standing,figure,factor,value,simulated_unit,"
    "p05,p50,p95,percentile,percentile_se,bound_holds,verdict,undefined,reason,note\n";

std::string number(double value) { return std::isnan(value) ? "" : number_text(value); }

/// What the map says of a figure that a metric answers.
std::vector<std::string> answer_fields(const BacktestFigure& figure) {
  if (figure.answer.figures.empty()) return {"", "", "", ""};
  return {answer_text(figure.answer), number(figure.factor), number(figure.published.value), figure.answer.unit};
}

std::vector<std::string> placement_fields(const std::optional<Placement>& placement) {
  if (!placement) return std::vector<std::string>(8);
  const auto& quantile = placement->simulated.quantile;
  return {number(quantile[Summary::p05]),
          number(quantile[Summary::p50]),
          number(quantile[Summary::p95]),
          number(placement->percentile),
          number(placement->error),
          number(placement->bound_holds),
          std::string(name(placement->verdict)),
          std::to_string(placement->simulated.undefined)};
}

std::string line(const BacktestFigure& figure, const std::optional<Placement>& placement) {
  const PublishedRow& row = figure.row;
  std::vector<std::string> fields{row.id, row.what, row.scope, row.when, row.value, row.unit, row.from};
  const auto append = [&](const std::vector<std::string>& more) {
    fields.insert(fields.end(), more.begin(), more.end());
  };
  append({std::string(name(row.evidence)), figure.is_forecast ? "yes" : "no", std::string(name(figure.standing))});
  append(answer_fields(figure));
  append(placement_fields(placement));
  append({figure.reason.en, figure.note});
  for (std::string& field : fields) field = csv_field(field);
  return joined(fields, ",") + "\n";
}

}  // namespace

std::string backtest_csv(const BacktestRecord& record) {
  std::string text = header;
  for (std::size_t i = 0; i < record.map.figures.size(); ++i)
    text += line(record.map.figures[i], record.backtest.placements[i]);
  return text;
}

}  // namespace groundwork
