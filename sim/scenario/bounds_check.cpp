#include "sim/scenario/bounds_check.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

Words bounds_words(const Bounds& bounds) {
  const std::string low = number_text(bounds.low), high = number_text(bounds.high);
  if (std::isfinite(bounds.low) && std::isfinite(bounds.high))
    return {fmt::format("between {} and {}", low, high), fmt::format("{} 至 {}", low, high)};
  if (std::isfinite(bounds.low)) return {"at least " + low, "不小于 " + low};
  if (std::isfinite(bounds.high)) return {"at most " + high, "不大于 " + high};
  return Words::same("");
}

}  // namespace

std::string bounds_text(const Bounds& bounds, Language language) { return bounds_words(bounds).in(language); }

}  // namespace groundwork
