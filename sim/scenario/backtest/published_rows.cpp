#include "sim/scenario/backtest/published_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "sim/base/text.hpp"
#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/text_file.hpp"

namespace groundwork {

namespace {

constexpr std::string_view place = "[[source]]";
constexpr std::array<Evidence, 3> all_evidence{Evidence::calibrated, Evidence::known, Evidence::hindsight};

/// What a [[source]] says: a file, and what its columns are called.
struct Source {
  std::string file, what, when, from;
  Evidence evidence = Evidence::known;
};

std::optional<Source> read_source(const Node& node, Diagnostics& diagnostics) {
  if (!check_keys(node, place, {"file", "what", "when", "from", "evidence"}, diagnostics)) return std::nullopt;
  const auto file = require_text(node, place, "file", diagnostics),
             what = require_text(node, place, "what", diagnostics);
  const auto when = require_text(node, place, "when", diagnostics),
             from = require_text(node, place, "from", diagnostics);
  const Node* const evidence = node.find("evidence");
  if (evidence == nullptr) diagnostics.error(node.position, fmt::format("{} needs 'evidence'", place));
  const auto read = evidence == nullptr ? std::nullopt : read_evidence(*evidence, diagnostics);
  if (!file || !what || !when || !from || !read) return std::nullopt;
  return Source{path_beside(node.position.file, *file), *what, *when, *from, *read};
}

std::vector<Column> columns_of(const Source& source) {
  const auto text = [](const std::string& name, const Words& meaning) {
    return Column{name, "text", {}, meaning, /*may_be_empty=*/false};
  };
  return {text("id", {"what the figure is called", "数据编号"}),
          text(source.what, {"what it is about", "数据内容"}),
          text("scope", {"whom it is about", "统计范围"}),
          text(source.when, {"of which time it is", "统计时间"}),
          text("value", {"the figure", "数值"}),
          text("unit", {"its unit", "单位"}),
          text(source.from, {"where it is from", "来源"})};
}

PublishedRow row_of(const Table& table, int row, const Source& source) {
  return {table.text(row, "id"),
          table.text(row, source.what),
          table.text(row, "scope"),
          table.text(row, source.when),
          table.text(row, "value"),
          table.text(row, "unit"),
          table.text(row, source.from),
          table.cell(row, "id").position,
          table.cell(row, "value").position,
          source.evidence};
}

}  // namespace

std::string_view name(Evidence evidence) {
  switch (evidence) {
    case Evidence::calibrated:
      return "calibrated";
    case Evidence::known:
      return "known";
    case Evidence::hindsight:
      return "hindsight";
  }
  return "";
}

std::optional<Evidence> read_evidence(const Node& node, Diagnostics& diagnostics) {
  if (node.text() != nullptr)
    for (const Evidence evidence : all_evidence)
      if (*node.text() == name(evidence)) return evidence;
  diagnostics.error(node.position,
                    fmt::format("'evidence' must be calibrated, known or hindsight, is {}", node.described()));
  return std::nullopt;
}

std::vector<PublishedRow> read_published_rows(const Node* sources, Diagnostics& diagnostics) {
  std::vector<PublishedRow> rows;
  std::map<std::string, SourcePosition> first;
  for (const Node& node : tables_of(sources, place, diagnostics)) {
    const std::optional<Source> source = read_source(node, diagnostics);
    if (!source) continue;
    const auto read = read_csv_table(source->file, columns_of(*source), node.find("file")->position, diagnostics);
    if (!read) continue;
    for (int row = 0; row < read->table.rows(); ++row) {
      rows.push_back(row_of(read->table, row, *source));
      const auto [earlier, is_new] = first.emplace(rows.back().id, rows.back().position);
      if (!is_new)
        diagnostics.error(rows.back().position,
                          fmt::format("there is a figure '{}' already, at {}", rows.back().id, earlier->second.text()));
    }
  }
  return rows;
}

}  // namespace groundwork
