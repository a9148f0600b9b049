#pragma once

#include <string>

#include "sim/contract/quantity.hpp"

namespace groundwork {

/// "between 0 and 1", "at least 0", "at most 1"; "" without bounds.
std::string bounds_text(const Bounds& bounds);

inline bool within(double value, const Bounds& bounds) { return value >= bounds.low && value <= bounds.high; }

}  // namespace groundwork
