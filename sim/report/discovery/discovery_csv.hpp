#pragma once

#include <string>

#include "sim/analysis/discovery/discovery.hpp"

namespace groundwork {

/// A line for each box and input that it limits, to full precision. Coverage, density and mass are of the box, on the
/// paths held out, with standard error (se) and 95 % confidence interval (low, high). A limit that is not there is an
/// empty field, and so is what is not known.
std::string boxes_csv(const Discovery& discovery);

/// A line for each box and step of its peeling trajectory.
std::string trajectory_csv(const Discovery& discovery);

}  // namespace groundwork
