#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

inline constexpr std::size_t most_points = 20;  ///< That a terminal shows without scrolling.

/// The points of these indices with their values and figures, each figure with its error.
std::string points_table(const Sweep& sweep, const std::vector<std::size_t>& points,
                         const std::vector<std::size_t>& figures, Language language);

}  // namespace groundwork
