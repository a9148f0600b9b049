#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/contract/outputs.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Values of one cell on every path, in path order.
struct KeptColumn {
  int cell = 0;
  std::vector<double> values;
};

/// What a run answers.
struct Results {
  OutputTable table;
  std::vector<Summary> cells;    ///< By cell of the table.
  std::vector<KeptColumn> kept;  ///< Of the headline cells, if they were asked for.
  RunSettings run;               ///< As asked for.
  std::int64_t paths = 0;        ///< As done; fewer than asked for if the run was stopped.
  bool is_central = false;       ///< One path, every input at its mean.
  double seconds = 0.0;

  bool is_complete() const { return is_central || paths == run.paths; }
};

/// Share of the defined paths on which a value that is never negative is more than zero; NaN if there is none.
double probability_above_zero(const Summary& summary);

/// Names the numbers: equal for equal results, whatever the machine.
std::string results_digest(const Results& results);

}  // namespace groundwork
