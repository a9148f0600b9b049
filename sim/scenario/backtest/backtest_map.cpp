#include "sim/scenario/backtest/backtest_map.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/toml_reader.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

constexpr std::string_view comparison = "[[compare]]", exception = "[[unmapped]]";

/// Fills in the figures of a map from its tables.
class MapReader {
 public:
  MapReader(BacktestMap& map, const Simulation& simulation, Diagnostics& diagnostics)
      : map_(map), simulation_(simulation), diagnostics_(diagnostics) {
    for (const BacktestFigure& figure : map.figures) ids_.push_back(figure.row.id);
    places_.resize(ids_.size());
  }

  void read_unmapped(const Node& table) {
    if (!check_keys(table, exception, {"ids", "reason", "reason_zh"}, diagnostics_)) return;
    const auto reason = read_reason(table);
    const Node* const ids = table.find("ids");
    if (ids == nullptr) diagnostics_.error(table.position, fmt::format("{} needs 'ids'", exception));
    if (ids == nullptr || !read_texts(*ids, "ids", diagnostics_)) return;
    for (const Node& id : *ids->array()) {
      BacktestFigure* const figure = claim(id);
      if (figure == nullptr || !reason) continue;
      figure->standing = Standing::unmapped;
      figure->reason = *reason;
    }
  }

  void read_comparison(const Node& table) {
    const std::vector<std::string> keys{"id", "figure", "over", "convert", "read_as", "evidence", "forecast", "note"};
    if (!check_keys(table, comparison, keys, diagnostics_)) return;
    const auto id = require_text(table, comparison, "id", diagnostics_);
    BacktestFigure* const figure = id ? claim(*table.find("id")) : nullptr;
    auto answer = read_answer(table, simulation_, diagnostics_);
    if (figure == nullptr || !answer) return;
    figure->answer = *std::move(answer);
    figure->standing = figure->answer.cells.empty() ? Standing::not_simulated : Standing::compared;
    if (figure->standing == Standing::not_simulated) figure->reason = unsimulated(figure->answer.unsimulated_years);
    read_remarks(table, *figure);
    read_factor(table, *figure);
    read_value(table, *figure);
  }

  void report_unmentioned() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i].line > 0) continue;
      BacktestFigure& figure = map_.figures[i];
      figure.reason = {"not in the map", "对照表未提及"};
      diagnostics_.warning(figure.row.position, fmt::format("'{}' is not in the map {}", figure.row.id, map_.path),
                           "add it there: to [[compare]], or to [[unmapped]] with the reason");
    }
  }

 private:
  /// In English, and in Chinese if the map has that.
  std::optional<Words> read_reason(const Node& table) {
    const auto reason = require_text(table, exception, "reason", diagnostics_);
    const bool has_chinese = table.find("reason_zh") != nullptr;
    const auto chinese = has_chinese ? require_text(table, exception, "reason_zh", diagnostics_) : reason;
    return reason && chinese ? std::optional(Words(*reason, *chinese)) : std::nullopt;
  }

  static Words unsimulated(const std::vector<std::string>& years) {
    return {fmt::format("the scenario does not simulate all of {}", joined(years, ", ")),
            fmt::format("情景未完整模拟{}年", joined(years, "、"))};
  }

  /// The figure that `id` names, unless it is unknown or named before.
  BacktestFigure* claim(const Node& id) {
    const auto found = std::ranges::find(ids_, *id.text());
    if (found == ids_.end()) {
      const std::string like = closest(*id.text(), ids_);
      diagnostics_.error(id.position, fmt::format("no source has a figure '{}'", *id.text()),
                         like.empty() ? "" : fmt::format("did you mean '{}'?", like));
      return nullptr;
    }
    const auto index = static_cast<std::size_t>(found - ids_.begin());
    if (places_[index].line > 0)
      diagnostics_.error(id.position,
                         fmt::format("'{}' is in the map already, at {}", *id.text(), places_[index].text()));
    if (places_[index].line > 0) return nullptr;
    places_[index] = id.position;
    return &map_.figures[index];
  }

  void read_remarks(const Node& table, BacktestFigure& figure) {
    if (const Node* node = table.find("evidence"))
      if (const auto evidence = read_evidence(*node, diagnostics_)) figure.row.evidence = *evidence;
    if (const Node* node = table.find("forecast"))
      figure.is_forecast = read_flag(*node, "forecast", diagnostics_).value_or(false);
    if (table.find("note") != nullptr) figure.note = require_text(table, comparison, "note", diagnostics_).value_or("");
  }

  void read_factor(const Node& table, BacktestFigure& figure) {
    const std::string& published = figure.row.unit;
    const std::string& simulated = figure.answer.unit;
    const Node* const convert = table.find("convert");
    if (convert == nullptr && published != simulated)
      diagnostics_.error(
          table.position,
          fmt::format("'{}' is published in {}, {} is in {}", figure.row.id, published, figure.answer.figures.front(),
                      simulated),
          fmt::format("say convert = {{ from = \"{}\", to = \"{}\", factor = … }}", published, simulated));
    if (convert == nullptr || !check_keys(*convert, "'convert'", {"from", "to", "factor"}, diagnostics_)) return;
    check_unit(*convert, "from", published, fmt::format("'{}' is published in", figure.row.id));
    check_unit(*convert, "to", simulated, fmt::format("{} is in", figure.answer.figures.front()));
    const Node* const factor = convert->find("factor");
    if (factor == nullptr) diagnostics_.error(convert->position, "'convert' needs 'factor'");
    if (factor == nullptr) return;
    const auto number = read_number(*factor, {"factor", "", {1e-30, 1e30}, Words::same("")}, diagnostics_);
    figure.factor = number.value_or(1.0);
  }

  void check_unit(const Node& convert, std::string_view key, const std::string& unit, const std::string& who) {
    const auto said = require_text(convert, "'convert'", key, diagnostics_);
    if (said && *said != unit)
      diagnostics_.error(convert.find(key)->position, fmt::format("{} {}, not in {}", who, unit, *said));
  }

  void read_value(const Node& table, BacktestFigure& figure) {
    const Node* const read_as = table.find("read_as");
    const auto text =
        read_as == nullptr ? figure.row.value : require_text(table, comparison, "read_as", diagnostics_).value_or("");
    if (read_as != nullptr && figure.note.empty())
      diagnostics_.error(read_as->position, "'read_as' needs a 'note' that says why the figure is read so");
    const auto value = parse_published(text);
    if (value) figure.published = scaled(*value, figure.factor);
    if (value || (read_as != nullptr && text.empty())) return;
    diagnostics_.error(read_as == nullptr ? figure.row.value_position : read_as->position,
                       fmt::format("'{}' of '{}' is no number and no bound", text, figure.row.id),
                       "such as 718000, ~1000, >620000 or <=40; the map may say read_as = \"…\"");
  }

  BacktestMap& map_;
  const Simulation& simulation_;
  Diagnostics& diagnostics_;
  std::vector<std::string> ids_;
  std::vector<SourcePosition> places_;  ///< Where the map names each.
};

}  // namespace

std::optional<BacktestMap> read_backtest_map(const std::string& path, const Simulation& simulation,
                                             Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const std::optional<Node> root = read_toml(path, diagnostics);
  if (!root) return std::nullopt;
  check_keys(*root, "a backtest map", {"source", "compare", "unmapped"}, diagnostics);
  BacktestMap map{path, {}};
  const Node* const sources = root->find("source");
  if (sources == nullptr || (sources->array() != nullptr && sources->array()->empty()))
    diagnostics.error({path}, "the map has no [[source]]");
  for (PublishedRow& row : read_published_rows(sources, diagnostics)) map.figures.emplace_back().row = std::move(row);
  if (map.figures.empty()) return std::nullopt;
  MapReader reader(map, simulation, diagnostics);
  for (const Node& table : tables_of(root->find("unmapped"), exception, diagnostics)) reader.read_unmapped(table);
  for (const Node& table : tables_of(root->find("compare"), comparison, diagnostics)) reader.read_comparison(table);
  if (diagnostics.error_count() > before) return std::nullopt;
  reader.report_unmentioned();
  return map;
}

}  // namespace groundwork
