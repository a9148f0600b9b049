#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "sim/analysis/discovery/cases.hpp"

namespace groundwork {

/// Which end of a variable.
enum class Side { low, high };

/// The values of one variable that a box holds: from `low` to `high`, both included.
struct Restriction {
  int variable = 0;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  bool holds(double value) const { return value >= low && value <= high; }
  bool is_open() const {
    return low == -std::numeric_limits<double>::infinity() && high == std::numeric_limits<double>::infinity();
  }
  double& limit(Side side) { return side == Side::low ? low : high; }
};

/// A part of what can be drawn: the paths on which every restriction holds. By variable, ascending; all paths are in
/// the box without restrictions.
using Box = std::vector<Restriction>;

/// Moves one limit; a variable that is no longer limited is left out.
Box with_limit(Box box, int variable, Side side, double limit);
Box without(const Box& box, std::size_t restriction);

bool is_in(const Box& box, const Cases& cases, std::uint32_t path);
Paths paths_in(const Box& box, const Cases& cases, const Paths& paths);
Paths paths_outside(const Box& box, const Cases& cases, const Paths& paths);
CaseCount count_in(const Box& box, const Cases& cases, const Paths& paths);

}  // namespace groundwork
