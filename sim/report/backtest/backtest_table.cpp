#include "sim/report/backtest/backtest_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/report/backtest/backtest_text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t p05 = 1, p50 = 4, p95 = 7;
constexpr std::array<Evidence, 3> by_strength{Evidence::hindsight, Evidence::known, Evidence::calibrated};

std::string_view meaning(Evidence evidence) {
  switch (evidence) {
    case Evidence::hindsight:
      return "Observed after the scenario's time (hindsight)";
    case Evidence::known:
      return "Known or forecast at the scenario's time, but not used to set it";
    case Evidence::calibrated:
      return "Used to set the scenario (calibrated); to be inside proves little";
  }
  return "";
}

std::string score_text(const Score& score) { return fmt::format("{} of {}", score.outside, score.compared); }

/// A share in per cent.
std::string percent(double share) { return fmt::format("{:.1f}", 100.0 * share); }

/// Where the published figure lies.
std::string_view place_text(Verdict verdict) {
  if (verdict == Verdict::below) return "below P5";
  return verdict == Verdict::above ? "above P95" : name(verdict);
}

std::string verdict_text(const Placement& placement) {
  const std::string_view place = place_text(placement.verdict);
  if (std::isnan(placement.bound_holds)) return std::string(place);
  return fmt::format("{}, holds on {} %", place, percent(placement.bound_holds));
}

std::vector<std::string> line_of(const BacktestFigure& figure, const Placement& placement, const OutputTable& table) {
  const Display display = answer_display(figure.answer, table);
  const auto show = [&](double value) { return display_value(value, display); };
  const auto& quantile = placement.simulated.quantile;
  const bool has_place = placement.verdict != Verdict::undefined && placement.verdict != Verdict::constant;
  const std::string unit = display.label.empty() ? "" : fmt::format(" [{}]", display.label);
  return {answer_label(figure.answer) + unit,
          figure.row.id + (figure.is_forecast ? "*" : " "),
          published_text(figure.published, display),
          show(quantile[p05]),
          show(quantile[p50]),
          show(quantile[p95]),
          has_place ? percent(placement.percentile) : "none",
          has_place ? fmt::format("{:.2f}", 100.0 * placement.error) : "none",
          verdict_text(placement)};
}

std::string evidence_table(Evidence evidence, const BacktestMap& map, const Backtest& backtest,
                           const OutputTable& table) {
  TextGrid grid({"figure", "source", "published", "P5", "P50", "P95", "percentile", "+-", "verdict"});
  for (std::size_t i = 0; i < map.figures.size(); ++i)
    if (backtest.placements[i] && map.figures[i].row.evidence == evidence)
      grid.add(line_of(map.figures[i], *backtest.placements[i], table));
  if (!grid.has_rows()) return "";
  return fmt::format("{}: {} outside\n\n{}\n", meaning(evidence), score_text(score_of(map, backtest, evidence)),
                     grid.text());
}

std::string contradiction_lines(const BacktestMap& map, const Backtest& backtest) {
  if (backtest.contradictions.empty()) return "";
  std::string out = "Sources that contradict each other, beyond rounding:\n";
  for (const Contradiction& contradiction : backtest.contradictions) {
    std::vector<std::string> parts;
    for (const std::size_t index : contradiction) {
      const PublishedRow& row = map.figures[index].row;
      parts.push_back(fmt::format("{} ({})", row.value, row.id));
    }
    const BacktestFigure& first = map.figures[contradiction.front()];
    out += fmt::format("  {} [{}]: {}\n", answer_label(first.answer), first.row.unit, joined(parts, ", "));
  }
  return out + "\n";
}

/// Figures that are not compared, those with the same reason on one line.
std::string reason_lines(const BacktestMap& map) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  int count = 0;
  for (const BacktestFigure& figure : map.figures) {
    if (figure.standing == Standing::compared) continue;
    ++count;
    auto found = std::ranges::find(by_reason, figure.reason, [](const auto& entry) { return entry.first; });
    if (found == by_reason.end()) found = by_reason.insert(found, {figure.reason, {}});
    found->second.push_back(figure.row.id);
  }
  if (count == 0) return "";
  std::string out = fmt::format("Not compared, {} figures:\n", count);
  for (const auto& [reason, ids] : by_reason) out += fmt::format("  {}: {}\n", joined(ids, ", "), reason);
  return out;
}

std::string heading(const BacktestRecord& record) {
  const Results& results = record.results;
  std::string out = fmt::format("{}\n{} paths, seed {}, {}; map {}\n", record.scenario.title, grouped(results.paths),
                                results.run.seed, name(results.run.sampler), record.map.path);
  if (!results.is_complete())
    out += fmt::format("Stopped: these are the first {} of {} paths.\n", grouped(results.paths),
                       grouped(results.run.paths));
  return out;
}

std::string score_lines(const Score& score) {
  std::string out =
      fmt::format("{} figures lie outside the 90 % range, P5 to P95. About one in ten would, were the ranges right.\n",
                  score_text(score));
  if (score.without_range > 0)
    out += fmt::format("{} more have the same value on every path, or none: there is no range to lie in.\n",
                       score.without_range);
  return out +
         "Percentile: paths below the figure, in %; +-: its standard error, from the number of paths; *: plan or "
         "forecast.\n";
}

}  // namespace

std::string backtest_table(const BacktestRecord& record) {
  const auto& [scenario, map, backtest, results] = record;
  std::string out = fmt::format("{}\n{}\n", heading(record), score_lines(score_of(map, backtest)));
  for (const Evidence evidence : by_strength) out += evidence_table(evidence, map, backtest, results.table);
  return out + contradiction_lines(map, backtest) + reason_lines(map);
}

}  // namespace groundwork
