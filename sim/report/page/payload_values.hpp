#pragma once

#include <vector>

#include "sim/report/json.hpp"

namespace groundwork {

/// A number with six significant digits, as short as JSON allows; null if it is not finite.
Json short_number(double value);
Json short_numbers(const std::vector<double>& values);

}  // namespace groundwork
