#include "sim/scenario/correlation_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

using Rows = std::vector<std::vector<double>>;

class CorrelationReader {
 public:
  CorrelationReader(const std::vector<Input>& inputs, const InputTree& tree, Diagnostics& diagnostics)
      : inputs_(inputs), tree_(tree), diagnostics_(diagnostics) {}

  void read_entry(const Node& entry) {
    if (!check_keys(entry)) return;
    const Node* between = entry.find("between");
    const auto keys = read_texts(*between, "correlation.between", diagnostics_);
    if (!keys) return;
    if (keys->size() < 2) diagnostics_.error(between->position, "'between' needs two inputs or more");
    std::vector<int> columns;
    for (std::size_t i = 0; i < keys->size(); ++i) columns.push_back(column_of((*keys)[i], between->array()->at(i)));
    report_repeated(*keys, *between);
    const auto rows = read_rows(entry, columns.size());
    if (rows) add_pairs(columns, *rows, entry);
  }

  CorrelatedPairs take() { return {std::move(pairs_), complete_}; }

 private:
  static constexpr int left_out = -1;

  bool check_keys(const Node& entry) {
    const int before = diagnostics_.error_count();
    if (entry.table() == nullptr) {
      diagnostics_.error(entry.position, fmt::format("a correlation must be a table, is {}", entry.described()));
      return false;
    }
    for (const Member& member : *entry.table()) {
      const auto known = {"between", "spearman", "matrix", "source"};
      if (std::ranges::find(known, member.key) == known.end())
        diagnostics_.error(member.position, fmt::format("unknown key '{}' in a correlation", member.key),
                           "it has between, spearman or matrix, and source");
    }
    if (entry.find("between") == nullptr)
      diagnostics_.error(entry.position, "a correlation lacks 'between'",
                         "between = [\"first.input\", \"second.input\"]");
    if ((entry.find("spearman") == nullptr) == (entry.find("matrix") == nullptr))
      diagnostics_.error(entry.position, "a correlation needs either 'spearman' or 'matrix'");
    return diagnostics_.error_count() == before;
  }

  /// The column of an input that varies, or left_out.
  int column_of(const std::string& key, const Node& where) {
    const auto input = std::ranges::find(inputs_, key, [](const Input& i) { return i.declaration.key; });
    if (input == inputs_.end()) {
      const std::string hint = tree_.suggestion(key);
      diagnostics_.error(where.position, fmt::format("'{}' is not an input that may vary", key), hint);
      return left_out;
    }
    if (input->distribution.is_fixed()) {
      report_fixed(*input, where);
      return left_out;
    }
    if (input->dist == "discrete")
      diagnostics_.warning(where.position,
                           fmt::format("'{}' is discrete: its rank correlation is only near the one set", key));
    return static_cast<int>(input - inputs_.begin());
  }

  void report_fixed(const Input& input, const Node& where) {
    complete_ = false;
    const bool unread = input.text.empty();  // wrong or missing, and reported
    if (unread) return;
    const std::string problem = fmt::format("'{}' does not vary: it is {}", input.declaration.key, input.text);
    if (input.position.file == where.position.file)
      diagnostics_.error(where.position, problem, "give it a distribution, or leave it out here");
    else
      diagnostics_.warning(where.position,
                           problem + fmt::format(" ({}), and is left out of the correlation", input.position.text()));
  }

  void report_repeated(const std::vector<std::string>& keys, const Node& between) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), keys[i]) !=
          keys.begin() + static_cast<std::ptrdiff_t>(i))
        diagnostics_.error(between.array()->at(i).position, fmt::format("'{}' is in 'between' twice", keys[i]));
  }

  /// The whole matrix of an entry.
  std::optional<Rows> read_rows(const Node& entry, std::size_t size) {
    if (const Node* spearman = entry.find("spearman")) {
      const auto value = read_number(*spearman, {"spearman", "1", {-1.0, 1.0}, Words::same("")}, diagnostics_);
      if (value && std::abs(*value) == 1.0)
        diagnostics_.error(spearman->position, "'spearman' must be above -1 and below 1");
      return value && std::abs(*value) < 1.0 ? std::optional(Rows(size, std::vector<double>(size, *value)))
                                             : std::nullopt;
    }
    const Node& matrix = *entry.find("matrix");
    Rows rows;
    if (matrix.array() != nullptr)
      for (const Node& row : *matrix.array())
        if (auto numbers = read_numbers(row, "matrix", diagnostics_)) rows.push_back(std::move(*numbers));
    if (is_correlation(rows, size)) return rows;
    diagnostics_.error(matrix.position,
                       fmt::format("'matrix' must have {0} rows of {0} numbers, symmetric, with 1 on the diagonal and "
                                   "numbers between -1 and 1 elsewhere",
                                   size));
    return std::nullopt;
  }

  static bool is_correlation(const Rows& rows, std::size_t size) {
    if (rows.size() != size || std::ranges::any_of(rows, [&](const auto& row) { return row.size() != size; }))
      return false;
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j <= i; ++j) {
        const bool right = i == j ? rows[i][j] == 1.0 : std::abs(rows[i][j]) < 1.0 && rows[i][j] == rows[j][i];
        if (!right) return false;
      }
    return true;
  }

  void add_pairs(const std::vector<int>& columns, const Rows& rows, const Node& entry) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (columns[i] != left_out && columns[j] != left_out && columns[i] != columns[j])
          add_pair({std::min(columns[i], columns[j]), std::max(columns[i], columns[j]), rows[i][j], entry.position});
  }

  void add_pair(CorrelatedPair pair) {
    const auto same = std::ranges::find_if(
        pairs_, [&](const CorrelatedPair& p) { return p.first == pair.first && p.second == pair.second; });
    if (same == pairs_.end()) {
      pairs_.push_back(std::move(pair));
    } else if (same->spearman != pair.spearman) {
      diagnostics_.error(
          pair.position,
          fmt::format("the correlation of '{}' and '{}' is set to {} here and to {} at {}", key(pair.first),
                      key(pair.second), pair.spearman, same->spearman, same->position.text()));
    }
  }

  const std::string& key(int column) const { return inputs_[static_cast<std::size_t>(column)].declaration.key; }

  const std::vector<Input>& inputs_;
  const InputTree& tree_;
  Diagnostics& diagnostics_;
  std::vector<CorrelatedPair> pairs_;
  bool complete_ = true;
};

}  // namespace

CorrelatedPairs read_correlations(const Node& correlation, const std::vector<Input>& inputs, const InputTree& tree,
                                  Diagnostics& diagnostics) {
  CorrelationReader reader(inputs, tree, diagnostics);
  if (correlation.array() == nullptr)
    diagnostics.error(correlation.position,
                      fmt::format("'correlation' must be a list of tables, is {}", correlation.described()),
                      "write each as [[correlation]]");
  else
    for (const Node& entry : *correlation.array()) reader.read_entry(entry);
  return reader.take();
}

}  // namespace groundwork
