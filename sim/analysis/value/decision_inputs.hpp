#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/sensitivity/factors.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// One random number of a path: an input's, or one of the model's draws. Options that draw it draw the same one, as it
/// hangs on the name alone; the value that they make of it may differ.
struct DecisionInput {
  std::string stream;        ///< Key of the input, or stream of the draw.
  std::uint32_t index = 0;   ///< Position in the stream.
  std::vector<int> columns;  ///< By option: its column there; -1 where it is not drawn.
};

/// What the options of a decision draw, by name.
struct DecisionInputs {
  std::vector<DecisionInput> inputs;
  /// The single factors of all options, in order of appearance. Their columns are positions in `inputs`. An input is
  /// uncertain if it is so in any option.
  std::vector<Factor> factors;
};

DecisionInputs decision_inputs(std::span<const Study> studies);

}  // namespace groundwork
