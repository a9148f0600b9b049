#pragma once

#include <string>
#include <vector>

#include "sim/scenario/study.hpp"

namespace groundwork {

/// An input that is not the same in all scenarios.
struct InputDifference {
  std::string key;
  std::string unit;                 ///< May be empty.
  std::vector<std::string> values;  ///< By scenario; empty where it is not set.
};

/// In the order of the first scenario's inputs, then its settings; last those that it does not have. Title, description
/// and `run` are no inputs. What files hold and how inputs are correlated is not looked into: digests tell.
std::vector<InputDifference> differing_inputs(const std::vector<const Scenario*>& scenarios);

/// Whether both draw the same columns in the same order, so that a Sobol sequence gives both the same draws.
bool have_same_dimensions(const Study& one, const Study& other);

}  // namespace groundwork
