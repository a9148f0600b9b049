#include "sim/scenario/bounds_check.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/base/text.hpp"

namespace groundwork {

std::string bounds_text(const Bounds& bounds) {
  const bool low = std::isfinite(bounds.low);
  const bool high = std::isfinite(bounds.high);
  if (low && high) return fmt::format("between {} and {}", number_text(bounds.low), number_text(bounds.high));
  if (low) return "at least " + number_text(bounds.low);
  return high ? "at most " + number_text(bounds.high) : "";
}

}  // namespace groundwork
