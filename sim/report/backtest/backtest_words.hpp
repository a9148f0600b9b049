#pragma once

#include <string>

#include "sim/report/backtest/backtest_files.hpp"

namespace groundwork {

/// Title of the scenario, paths and map; that paths are missing, if they are.
Words backtest_heading(const BacktestRecord& record);

/// How many figures lie outside, and what the columns of the tables mean.
Words score_lines(const Score& score);

/// What figures of this evidence are.
Words evidence_title(Evidence evidence);

/// Where the published figure lies: "below P5"; and of a bound, on how many paths it holds.
Words verdict_words(const Placement& placement);

/// "12.3" of a share.
std::string hundredths(double share);

}  // namespace groundwork
