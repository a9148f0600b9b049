#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/contract/outputs.hpp"
#include "sim/engine/precision.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Values of one cell on every path, in path order.
struct KeptColumn {
  int cell = 0;
  std::vector<double> values;
};

/// Values of one drawn column of the inputs on every path: a distribution's, or one of the model's draws.
struct KeptInput {
  int column = 0;
  std::vector<double> values;
};

/// The distribution of one cell as quantiles at curve_probability(0 … 200); empty if it has no value on any path.
struct QuantileCurve {
  int cell = 0;
  std::vector<double> quantiles;
};

/// How a run came to its end.
enum class Ending {
  complete,     ///< All paths that were asked for, or as many as the precision took.
  interrupted,  ///< Stopped from outside.
  out_of_time,  ///< Its time was over.
};
/// "complete", …
std::string_view name(Ending ending);

/// What a run answers.
struct Results {
  OutputTable table;
  std::vector<Summary> cells;          ///< By cell of the table; none if the run was not to summarise them.
  std::vector<QuantileCurve> curves;   ///< Of the headline cells, where cells are summarised.
  std::vector<KeptColumn> kept;        ///< Of the headline cells if all were asked for, then of those named.
  std::vector<KeptInput> kept_inputs;  ///< Of every drawn column, if they were asked for.
  RunSettings run;                     ///< As asked for; the paths that the precision took if it was met.
  std::int64_t paths = 0;              ///< As done; fewer than asked for if the run is not complete.
  std::int64_t first_path = 0;         ///< That this run did itself; those before come from a checkpoint.
  Ending ending = Ending::complete;
  std::vector<PrecisionReached> precision;  ///< Of the targets, if there are any.
  bool is_central = false;                  ///< One path, every input at its mean.
  double seconds = 0.0;

  bool is_complete() const { return ending == Ending::complete; }
  /// Of this run itself.
  double paths_per_second() const { return static_cast<double>(paths - first_path) / seconds; }
};

/// Share of the defined paths on which a value that is never negative is more than zero; NaN if there is none.
double probability_above_zero(const Summary& summary);

/// Names the numbers: equal for equal results, whatever the machine.
std::string results_digest(const Results& results);

}  // namespace groundwork
