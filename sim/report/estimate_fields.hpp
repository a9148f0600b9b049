#pragma once

#include <string>

#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// ",NAME,NAME_se,NAME_low,NAME_high": the columns of an estimate in the header of a CSV file.
std::string estimate_header(const std::string& name);

/// Adds those four fields to a line; empty where a number is not known.
void append_estimate(std::string& line, const Estimate& estimate);

}  // namespace groundwork
