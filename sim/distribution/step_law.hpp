#pragma once

#include <string>
#include <vector>

#include "sim/distribution/elementary_laws.hpp"

namespace groundwork {

/// A value that comes up with a probability in proportion to `weight`.
struct WeightedValue {
  double value;
  double weight;
};

/// The law of finitely many values: weights >= 0 of any scale with a positive sum, duplicates merged. Fixed if one
/// value has all the weight.
LawPointer step_law(std::vector<WeightedValue> values, std::string text);

}  // namespace groundwork
