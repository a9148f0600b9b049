#include "sim/scenario/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/hash.hpp"
#include "sim/base/text.hpp"
#include "sim/scenario/bounds_check.hpp"
#include "sim/scenario/csv_fields.hpp"
#include "sim/scenario/text_file.hpp"

namespace groundwork {

namespace {

using Row = std::vector<CsvField>;

/// Checks the rows of one file against the wanted columns; keeps the problems until all are known.
class TableReader {
 public:
  TableReader(std::string path, const std::vector<Column>& wanted) : path_(std::move(path)), wanted_(wanted) {}

  std::optional<Table> read(const CsvFields& fields) {
    if (fields.broken)
      problem(fields.broken_at, "a quote is not closed or stands within a field",
              "write a quote in a quoted field twice: \"\"");
    if (fields.rows.empty() && !fields.broken) problem({}, "the file is empty", "its first row must name the columns");
    if (fields.rows.empty()) return std::nullopt;
    find_columns(fields.rows.front());
    if (fields.rows.size() == 1 && !fields.broken)
      problem(fields.rows.front().front(), "there are no rows below the column names");
    std::vector<std::vector<Table::Cell>> rows;
    for (std::size_t i = 1; i < fields.rows.size(); ++i)
      rows.push_back(read_row(fields.rows[i], fields.rows.front().size()));
    if (!problems_.empty()) return std::nullopt;
    return Table(path_, wanted_names(), std::move(rows));
  }

  void report(Diagnostics& diagnostics) const {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(most, problems_.size()); ++i)
      diagnostics.error(problems_[i].position, problems_[i].problem, problems_[i].hint);
    if (problems_.size() > most)
      diagnostics.error({path_}, fmt::format("and {} more problems in this file", problems_.size() - most));
  }

 private:
  struct Problem {
    SourcePosition position;
    std::string problem;
    std::string hint;
  };

  void problem(const CsvField& at, std::string text, std::string hint = {}) {
    problems_.push_back({position(at), std::move(text), std::move(hint)});
  }
  SourcePosition position(const CsvField& at) const { return {path_, at.line, at.column}; }

  std::vector<std::string> wanted_names() const {
    std::vector<std::string> names;
    for (const Column& column : wanted_) names.push_back(column.name);
    return names;
  }

  void find_columns(const Row& header) {
    std::vector<std::string> names;
    for (const CsvField& field : header) {
      if (std::ranges::find(names, field.text) != names.end())
        problem(field, fmt::format("column '{}' is there twice", field.text));
      names.push_back(field.text);
    }
    for (const Column& column : wanted_) {
      const auto found = std::ranges::find(names, column.name);
      places_.push_back(found - names.begin());
      if (found != names.end()) continue;
      const std::string like = closest(column.name, names);
      problem(header.front(), fmt::format("column '{}' [{}] is missing", column.name, column.unit),
              like.empty() ? column.meaning.en : fmt::format("is it '{}'?", like));
    }
  }

  std::vector<Table::Cell> read_row(const Row& row, std::size_t width) {
    std::vector<Table::Cell> cells;
    if (row.size() != width) {
      problem(row.front(), fmt::format("the row has {} cells, there are {} columns", row.size(), width),
              "put a text with a comma in quotes");
      return cells;
    }
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (places_[i] < std::ssize(row))
        cells.push_back(read_cell(row[static_cast<std::size_t>(places_[i])], wanted_[i]));
    return cells;
  }

  Table::Cell read_cell(const CsvField& field, const Column& column) {
    Table::Cell cell{std::string(trimmed(field.text)), 0.0, position(field)};
    const bool is_text = column.unit == "text";
    if (cell.text.empty()) {
      if (!is_text || !column.may_be_empty)
        problem(field, fmt::format("the cell of column '{}' is empty", column.name), column.meaning.en);
    } else if (!is_text && !parse_number(cell.text, cell.number)) {
      problem(field, fmt::format("'{}' in column '{}' [{}] is not a number", cell.text, column.name, column.unit));
    } else if (!is_text && !within(cell.number, column.bounds)) {
      problem(field, fmt::format("'{}' [{}] must be {}, is {}", column.name, column.unit, bounds_text(column.bounds),
                                 cell.text));
    }
    return cell;
  }

  std::string path_;
  const std::vector<Column>& wanted_;
  std::vector<std::ptrdiff_t> places_;  ///< Of each wanted column in a row; the row's width if it is missing.
  std::vector<Problem> problems_;
};

}  // namespace

std::optional<CsvTable> read_csv_table(const std::string& path, const std::vector<Column>& wanted,
                                       const SourcePosition& asked, Diagnostics& diagnostics) {
  const auto text = read_text_file(path, largest_table_megabytes, asked, diagnostics);
  if (!text) return std::nullopt;
  diagnostics.remember_source(path, *text);
  TableReader reader(path, wanted);
  auto table = reader.read(split_csv(*text));
  reader.report(diagnostics);
  if (!table) return std::nullopt;
  return CsvTable{std::move(*table), digest(*text)};
}

}  // namespace groundwork
