#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/analysis/estimate.hpp"
#include "sim/engine/runner.hpp"

namespace groundwork {

/// Probabilities of an input's low and high value: "once in ten below, once in ten above".
inline constexpr double tornado_low = 0.1, tornado_high = 0.9;

/// A figure with one input set low and high, and all else drawn with the same random numbers.
struct TornadoBar {
  int input = 0;                             ///< Position among the scenario's inputs.
  double low_value = 0.0, high_value = 0.0;  ///< Of the input, at tornado_low and tornado_high.
  Summary at_low, at_high;                   ///< Of the figure.
  Estimate swing;                            ///< Its mean at the high value less that at the low one.
};

struct Tornado {
  int cell = 0;
  Summary base;                  ///< With everything drawn.
  std::vector<TornadoBar> bars;  ///< Widest swing first.
};

/// Uncertain inputs, as positions among the scenario's inputs.
std::vector<int> uncertain_inputs(const Scenario& scenario);

/// Runs that a tornado of so many inputs takes.
inline int tornado_runs(std::size_t inputs) { return 2 * static_cast<int>(inputs) + 1; }

/// The tornado of each of options.keep_cells; none if stopped.
std::optional<std::vector<Tornado>> run_tornado(const Study& study, const RunOptions& options);

}  // namespace groundwork
