#include "sim/analysis/backtest/backtest.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

/// Adds up cells path by path, in the order in which they are named.
std::vector<double> sum_of(const std::vector<int>& cells, const Results& results) {
  std::vector<double> sums(static_cast<std::size_t>(results.paths), 0.0);
  for (const int cell : cells) {
    const auto kept = std::ranges::find(results.kept, cell, &KeptColumn::cell);
    check(kept != results.kept.end(), "run_backtest: a cell was not kept");
    std::ranges::transform(sums, kept->values, sums.begin(), std::plus{});
  }
  return sums;
}

std::vector<double> values_of(const SimulatedAnswer& answer, const Results& results) {
  std::vector<double> values = sum_of(answer.cells, results);
  if (answer.over.empty()) return values;
  std::ranges::transform(values, sum_of(answer.over, results), values.begin(), std::divides{});
  return values;
}

/// Those of `figures` that another of them contradicts.
Contradiction disagreeing(const BacktestMap& map, const std::vector<std::size_t>& figures) {
  const auto published = [&](std::size_t index) { return map.figures[index].published; };
  Contradiction found;
  for (const std::size_t one : figures)
    if (std::ranges::any_of(figures, [&](std::size_t other) { return !can_agree(published(one), published(other)); }))
      found.push_back(one);
  return found;
}

}  // namespace

std::vector<int> cells_of(const BacktestMap& map) {
  std::set<int> cells;
  for (const BacktestFigure& figure : map.figures) {
    cells.insert(figure.answer.cells.begin(), figure.answer.cells.end());
    cells.insert(figure.answer.over.begin(), figure.answer.over.end());
  }
  return {cells.begin(), cells.end()};
}

Backtest run_backtest(const BacktestMap& map, const Results& results) {
  const Replication replication =
      results.run.sampler == Sampler::mc ? Replication::independent : Replication::randomised;
  Backtest backtest{{}, find_contradictions(map)};
  for (const BacktestFigure& figure : map.figures) {
    const bool is_compared = figure.standing == Standing::compared;
    backtest.placements.push_back(
        is_compared ? std::optional(place(figure.published, values_of(figure.answer, results), replication))
                    : std::nullopt);
  }
  return backtest;
}

std::vector<Contradiction> find_contradictions(const BacktestMap& map) {
  std::map<std::pair<std::vector<int>, std::vector<int>>, std::vector<std::size_t>> by_cells;
  for (std::size_t i = 0; i < map.figures.size(); ++i) {
    const BacktestFigure& figure = map.figures[i];
    if (figure.standing == Standing::compared && !figure.is_forecast)
      by_cells[{figure.answer.cells, figure.answer.over}].push_back(i);
  }
  std::vector<Contradiction> contradictions;
  for (const auto& [cells, figures] : by_cells)
    if (Contradiction found = disagreeing(map, figures); !found.empty()) contradictions.push_back(std::move(found));
  std::ranges::sort(contradictions);
  return contradictions;
}

Score score_of(const BacktestMap& map, const Backtest& backtest, std::optional<Evidence> evidence) {
  Score score;
  for (std::size_t i = 0; i < map.figures.size(); ++i) {
    const std::optional<Placement>& placement = backtest.placements[i];
    if (!placement || (evidence && map.figures[i].row.evidence != *evidence)) continue;
    const bool is_outside = placement->verdict == Verdict::below || placement->verdict == Verdict::above;
    const bool has_range = is_outside || placement->verdict == Verdict::inside;
    score.outside += is_outside ? 1 : 0;
    ++(has_range ? score.compared : score.without_range);
  }
  return score;
}

}  // namespace groundwork
