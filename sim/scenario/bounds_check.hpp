#pragma once

#include <string>

#include "sim/contract/quantity.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// "between 0 and 1", "at least 0", "at most 1"; "" without bounds.
std::string bounds_text(const Bounds& bounds, Language language = Language::en);

inline bool within(double value, const Bounds& bounds) { return value >= bounds.low && value <= bounds.high; }

}  // namespace groundwork
