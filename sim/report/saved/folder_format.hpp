#pragma once

namespace groundwork {

/// Version of what a folder of results holds. Raised when a reader of earlier folders would go wrong.
inline constexpr int folder_format = 1;

/// Quantiles of an input that study.json states: at 0, 1/100, … 1.
inline constexpr int input_curve_points = 101;

}  // namespace groundwork
