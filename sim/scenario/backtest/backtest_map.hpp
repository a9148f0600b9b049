#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/words.hpp"
#include "sim/scenario/backtest/published_rows.hpp"
#include "sim/scenario/backtest/published_value.hpp"
#include "sim/scenario/backtest/simulated_answer.hpp"

namespace groundwork {

/// What becomes of a published figure.
enum class Standing {
  compared,       ///< The model answers it.
  not_simulated,  ///< It would, but the scenario lacks the year.
  unmapped,       ///< The map says why no metric answers it.
  not_in_map,     ///< The map does not mention it.
};

/// A published figure, and what the map says about it.
struct BacktestFigure {
  PublishedRow row;
  Standing standing = Standing::not_in_map;
  Words reason = Words::same("");  ///< Why it is not compared; empty if it is.
  // The others only of what is compared or not simulated.
  SimulatedAnswer answer;
  PublishedValue published;  ///< In the unit of the answer.
  double factor = 1.0;       ///< Units of the answer in one of the row.
  bool is_forecast = false;  ///< A plan or an expectation, which may differ from a count without contradicting it.
  std::string note;          ///< What to bear in mind when comparing.
};

/// Every row of the published tables, in their order, once.
struct BacktestMap {
  std::string path;
  std::vector<BacktestFigure> figures;
};

/// Reads a map (docs/validation.md, "The map") and the tables that it names. A row that it does not mention is a
/// warning. None if anything is wrong: all of it goes to `diagnostics`.
std::optional<BacktestMap> read_backtest_map(const std::string& path, const Simulation& simulation,
                                             Diagnostics& diagnostics);

}  // namespace groundwork
