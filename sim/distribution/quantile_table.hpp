#pragma once

#include <optional>

#include "sim/distribution/truncation.hpp"

namespace groundwork {

/// Tabulates the quantile function of what the truncation keeps, with as few cells as keep the interpolated quantile
/// within 1e-9 of probability and increasing; none if 4096 cells are not enough.
std::optional<TableForm> tabulate_quantiles(const SmoothShape& shape, const Truncation& truncation);

}  // namespace groundwork
