#pragma once

#include <memory>
#include <string>

#include "sim/distribution/distribution.hpp"

/// Laws whose quantile functions are elementary and that have no truncation besides their own parameters.
namespace groundwork {

using LawPointer = std::shared_ptr<const Distribution::Law>;

/// All of the probability at `value`.
LawPointer fixed_law(double value);
/// low < high.
LawPointer uniform_law(double low, double high, std::string text);
/// low <= mode <= high, low < high.
LawPointer triangular_law(double low, double mode, double high, std::string text);

}  // namespace groundwork
