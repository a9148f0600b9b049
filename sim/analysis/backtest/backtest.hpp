#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/backtest/placement.hpp"
#include "sim/engine/results.hpp"
#include "sim/scenario/backtest/backtest_map.hpp"

namespace groundwork {

/// Figures that are of the same thing and cannot all be right, as indices into the map's figures: each disagrees with
/// another of them beyond rounding.
using Contradiction = std::vector<std::size_t>;

/// A scenario held against what was published.
struct Backtest {
  std::vector<std::optional<Placement>> placements;  ///< By figure of the map; none if it is not compared.
  std::vector<Contradiction> contradictions;         ///< Forecasts contradict nothing.
};

/// How the figures of a kind came out.
struct Score {
  int compared = 0;  ///< With a distribution to lie in: inside and outside.
  int outside = 0;
  int without_range = 0;  ///< Constant or undefined.
};

/// The cells that the figures of a map need of every path; each once, ascending.
std::vector<int> cells_of(const BacktestMap& map);

/// Places every figure that is compared. `results` keep the cells of the map.
Backtest run_backtest(const BacktestMap& map, const Results& results);

/// Figures of the same cells that cannot all be right.
std::vector<Contradiction> find_contradictions(const BacktestMap& map);

/// The score of all figures, or of those of one kind of evidence.
Score score_of(const BacktestMap& map, const Backtest& backtest, std::optional<Evidence> evidence = {});

}  // namespace groundwork
