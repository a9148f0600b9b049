#pragma once

#include <string>

#include "sim/report/backtest/backtest_files.hpp"

namespace groundwork {

/// What a planner reads of a backtest: how many figures lie outside, each figure in its distribution by kind of
/// evidence, sources that contradict each other, and what was not compared, by reason.
std::string backtest_table(const BacktestRecord& record, Language language = Language::en);

}  // namespace groundwork
