#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/horizon.hpp"
#include "sim/contract/outputs.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// What a simulation answers.
struct Simulation {
  const OutputTable& outputs;
  Horizon horizon;
};

/// What a model says to a published figure: on each path the sum of some cells, perhaps over the sum of others.
struct SimulatedAnswer {
  std::vector<std::string> figures;            ///< As the map has them: "racks_built:2020", …
  std::vector<std::string> over_figures;       ///< Of a ratio.
  std::vector<int> cells, over;                ///< Empty if it is not simulated.
  std::string unit;                            ///< "CNY", or "CNY/stations" of a ratio.
  std::vector<std::string> unsimulated_years;  ///< That the figures need, and the horizon lacks in whole or in part.
};

/// Reads `figure` and `over` of a [[compare]]: each a figure as find_figure reads it, or a list of those. None if
/// anything is wrong; each problem is reported at the figure.
std::optional<SimulatedAnswer> read_answer(const Node& compare, const Simulation& simulation, Diagnostics& diagnostics);

}  // namespace groundwork
