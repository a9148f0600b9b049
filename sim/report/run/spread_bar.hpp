#pragma once

#include <string>

namespace groundwork {

/// The scale of bars: so much below and above the median, as a share of it.
inline constexpr double bar_reach = 0.5;

/// From P5 to P95 relative to the median, on one scale for all figures, so that rows can be compared: the median stands
/// in the middle of `cells` (odd) characters, the first and the last of which are at -50 % and +50 %. Half a character
/// is drawn if its middle lies in the interval; what goes past the scale ends in '<' or '>'. Empty where a share of the
/// median says nothing: if it is zero or not known.
std::string spread_bar(double p05, double p50, double p95, int cells);

/// The scale, as wide as the bars: "-50 %    P50    +50 %".
std::string bar_scale(int cells);

}  // namespace groundwork
