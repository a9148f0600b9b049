#include "sim/report/backtest/backtest_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/backtest/backtest_text.hpp"
#include "sim/report/backtest/backtest_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::array<Evidence, 3> by_strength{Evidence::hindsight, Evidence::known, Evidence::calibrated};

/// "racks_built:2020-2021", or "新建机架，2020-2021".
std::string label(const SimulatedAnswer& answer, const OutputTable& table, Language language) {
  return language == Language::zh ? answer_words(answer, table).zh : answer_label(answer);
}

std::vector<std::string> line_of(const BacktestFigure& figure, const Placement& placement, const OutputTable& table,
                                 Language language) {
  const Display display = answer_display(figure.answer, table, language);
  const auto show = [&](double value) { return display_value(value, display, language); };
  const auto& quantile = placement.simulated.quantile;
  const bool has_place = placement.verdict != Verdict::undefined && placement.verdict != Verdict::constant;
  const std::string none = Words{"none", "无"}.in(language);
  return {labelled(label(figure.answer, table, language), display.label, language),
          figure.row.id + (figure.is_forecast ? "*" : " "),
          published_text(figure.published, display, language),
          show(quantile[Summary::p05]),
          show(quantile[Summary::p50]),
          show(quantile[Summary::p95]),
          has_place ? hundredths(placement.percentile) : none,
          has_place ? fmt::format("{:.2f}", 100.0 * placement.error) : none,
          verdict_words(placement).in(language)};
}

std::vector<std::string> header(Language language) {
  const Words figure{"figure", "指标"}, source{"source", "来源编号"}, published{"published", "公开值"};
  const Words percentile{"percentile", "百分位"}, error{"+-", "标准误"}, verdict{"verdict", "结论"};
  return {figure.in(language),     source.in(language), published.in(language), "P5", "P50", "P95",
          percentile.in(language), error.in(language),  verdict.in(language)};
}

std::string evidence_table(Evidence evidence, const BacktestRecord& record, Language language) {
  const auto& [scenario, map, backtest, results] = record;
  TextGrid grid(header(language));
  for (std::size_t i = 0; i < map.figures.size(); ++i)
    if (backtest.placements[i] && map.figures[i].row.evidence == evidence)
      grid.add(line_of(map.figures[i], *backtest.placements[i], results.table, language));
  if (!grid.has_rows()) return "";
  const Score score = score_of(map, backtest, evidence);
  const Words title = evidence_title(evidence);
  return Words{fmt::format("{}: {} of {} outside\n\n", title.en, score.outside, score.compared),
               fmt::format("{}：{} 项中 {} 项在范围外\n\n", title.zh, score.compared, score.outside)}
             .in(language) +
         grid.text() + "\n";
}

/// The figures of a contradiction: in English as they were published, in Chinese in the unit of the tables above.
Words contradiction_line(const Contradiction& contradiction, const BacktestMap& map, const OutputTable& table) {
  std::vector<std::string> as_published, as_shown;
  const BacktestFigure& first = map.figures[contradiction.front()];
  const Display display = answer_display(first.answer, table, Language::zh);
  for (const std::size_t index : contradiction) {
    const BacktestFigure& figure = map.figures[index];
    as_published.push_back(fmt::format("{} ({})", figure.row.value, figure.row.id));
    as_shown.push_back(fmt::format("{}（{}）", published_text(figure.published, display, Language::zh), figure.row.id));
  }
  return {fmt::format("  {} [{}]: {}\n", answer_label(first.answer), first.row.unit, joined(as_published, ", ")),
          fmt::format("  {}：{}\n", labelled(label(first.answer, table, Language::zh), display.label, Language::zh),
                      joined(as_shown, "、"))};
}

std::string contradiction_lines(const BacktestRecord& record, Language language) {
  const auto& [scenario, map, backtest, results] = record;
  if (backtest.contradictions.empty()) return "";
  std::string out =
      Words{"Sources that contradict each other, beyond rounding:\n", "相互矛盾的来源（差异超出舍入）：\n"}.in(
          language);
  for (const Contradiction& contradiction : backtest.contradictions)
    out += contradiction_line(contradiction, map, results.table).in(language);
  return out + "\n";
}

/// Figures that are not compared, those with the same reason on one line.
std::string reason_lines(const BacktestMap& map, Language language) {
  std::vector<std::pair<Words, std::vector<std::string>>> by_reason;
  int count = 0;
  for (const BacktestFigure& figure : map.figures) {
    if (figure.standing == Standing::compared) continue;
    ++count;
    auto found = std::ranges::find(by_reason, figure.reason, [](const auto& entry) { return entry.first; });
    if (found == by_reason.end()) found = by_reason.insert(found, {figure.reason, {}});
    found->second.push_back(figure.row.id);
  }
  if (count == 0) return "";
  std::string out =
      Words{fmt::format("Not compared, {} figures:\n", count), fmt::format("未对照的 {} 项数据及原因：\n", count)}.in(
          language);
  for (const auto& [reason, ids] : by_reason)
    out += Words{fmt::format("  {}: {}\n", joined(ids, ", "), reason.en),
                 fmt::format("  {}：{}\n", joined(ids, "、"), reason.zh)}
               .in(language);
  return out;
}

}  // namespace

std::string backtest_table(const BacktestRecord& record, Language language) {
  std::string out = fmt::format("{}\n{}\n", backtest_heading(record).in(language),
                                score_lines(score_of(record.map, record.backtest)).in(language));
  for (const Evidence evidence : by_strength) out += evidence_table(evidence, record, language);
  return out + contradiction_lines(record, language) + reason_lines(record.map, language);
}

}  // namespace groundwork
