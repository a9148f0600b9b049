#pragma once

#include <memory>
#include <string>

#include "sim/distribution/elementary_laws.hpp"
#include "sim/distribution/truncation.hpp"

namespace groundwork {

/// The law of a shape cut to a truncation that keeps some probability; null if its quantile function cannot be
/// tabulated to the promised error.
LawPointer continuous_law(std::unique_ptr<const SmoothShape> shape, const Truncation& truncation, std::string text);

}  // namespace groundwork
