#pragma once

#include <vector>

#include "sim/report/json.hpp"

namespace groundwork {

/// A number with seven significant digits, so that shown with four or five it is rounded as the exact one is, as short
/// as JSON allows; null if it is not finite.
Json short_number(double value);
Json short_numbers(const std::vector<double>& values);

}  // namespace groundwork
