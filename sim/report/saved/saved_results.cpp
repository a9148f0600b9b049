#include "sim/report/saved/saved_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/base/text.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/scenario/csv_fields.hpp"
#include "sim/statistics/quantile_curve.hpp"

namespace groundwork {

namespace {

using Row = std::vector<CsvField>;

/// The rows behind the header, each with as many fields as it.
std::vector<Row> rows_of(const std::string& text, const std::string& path, const std::string& header) {
  CsvFields fields = split_csv(text);
  const std::string first = text.substr(0, text.find('\n') + 1);
  if (fields.broken || first != header)
    throw input_error({path, 1, 0}, "the columns are not those that this version writes", "run the scenario again");
  const std::size_t columns = fields.rows.front().size();
  fields.rows.erase(fields.rows.begin());
  for (const Row& row : fields.rows)
    if (row.size() != columns)
      throw input_error({path, row.front().line, 0}, "this line is damaged", "run the scenario again");
  return std::move(fields.rows);
}

/// Takes the numbers of a row one after the other; an empty field is not-a-number.
class Numbers {
 public:
  Numbers(const Row& row, std::size_t first, const std::string& path) : row_(row), at_(first), path_(path) {}

  double next() {
    const CsvField& field = row_[at_++];
    double value = Summary::unknown;
    if (!field.text.empty() && !parse_number(field.text, value))
      throw input_error({path_, field.line, field.column}, fmt::format("'{}' is no number", field.text),
                        "run the scenario again");
    return value;
  }

 private:
  const Row& row_;
  std::size_t at_;
  const std::string& path_;
};

constexpr std::size_t name_columns = 4;  // metric, unit, scope, period

/// In the order in which results_csv writes them.
Summary read_summary_row(const Row& row, const std::string& path) {
  Numbers numbers(row, name_columns, path);
  Summary cell;
  for (double* value : {&cell.mean, &cell.standard_error, &cell.standard_deviation}) *value = numbers.next();
  for (double& value : cell.quantile) value = numbers.next();
  for (double* value : {&cell.minimum, &cell.maximum, &cell.tail_below, &cell.tail_above}) *value = numbers.next();
  for (std::size_t i = 0; i < cell.low.size(); ++i) {
    cell.low[i] = numbers.next();
    cell.high[i] = numbers.next();
  }
  for (double* value : {&cell.share_at_minimum, &cell.share_at_maximum}) *value = numbers.next();
  cell.defined = static_cast<std::int64_t>(numbers.next());
  cell.undefined = static_cast<std::int64_t>(numbers.next());
  return cell;
}

int cell_of(const Row& row, const OutputTable& table, const std::string& path) {
  const int cell = table.find(row[0].text, row[2].text, row[3].text);
  if (cell < 0)
    throw input_error({path, row[0].line, 0},
                      fmt::format("study.json has no {}:{}:{}", row[0].text, row[2].text, row[3].text),
                      "run the scenario again");
  return cell;
}

}  // namespace

void read_results_csv(const std::string& text, const std::string& path, Results& results) {
  const std::vector<Row> rows = rows_of(text, path, results_header());
  const auto cells = static_cast<std::size_t>(results.table.cells());
  std::vector<unsigned char> is_read(cells);
  results.cells.resize(cells);
  for (const Row& row : rows) {
    const auto cell = static_cast<std::size_t>(cell_of(row, results.table, path));
    if (is_read[cell]++ > 0)
      throw input_error({path, row.front().line, 0}, "this line is there twice", "run the scenario again");
    results.cells[cell] = read_summary_row(row, path);
  }
  if (rows.size() != cells)
    throw input_error({path, 0, 0}, fmt::format("{} of {} lines are missing", cells - rows.size(), cells),
                      "run the scenario again");
}

void read_distributions_csv(const std::string& text, const std::string& path, Results& results) {
  for (const Row& row : rows_of(text, path, distributions_header())) {
    const int cell = cell_of(row, results.table, path);
    if (results.curves.empty() || results.curves.back().cell != cell) results.curves.push_back({cell, {}});
    Numbers numbers(row, name_columns + 1, path);
    results.curves.back().quantiles.push_back(numbers.next());
  }
  for (const QuantileCurve& curve : results.curves)
    if (curve.quantiles.size() != curve_points)
      throw input_error({path, 0, 0}, "lines are missing", "run the scenario again");
}

}  // namespace groundwork
