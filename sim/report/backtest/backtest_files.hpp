#pragma once

#include <string>

#include "sim/analysis/backtest/backtest.hpp"

namespace groundwork {

/// What a backtest is of.
struct BacktestRecord {
  const Scenario& scenario;
  const BacktestMap& map;
  const Backtest& backtest;
  const Results& results;
};

/// A line for every published figure, in the order of its tables; simulated numbers and `value` in `simulated_unit`.
std::string backtest_csv(const BacktestRecord& record);

/// The same with what is needed to get it again, the scores by evidence, and the contradictions.
std::string backtest_json(const BacktestRecord& record, const std::string& version);

}  // namespace groundwork
