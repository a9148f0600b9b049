#pragma once

#include <string>

#include "sim/report/value/value_report.hpp"

namespace groundwork {

/// A line for "everything" (EVPI) and for each factor (EVPPI), most valuable first: value, share of the first line's,
/// and how often the choice would change, each with standard error (se) and 95 % confidence interval (low, high). A
/// factor is an "input", "draws" of the model, or a "group" of either; `members` are separated by blanks. What is not
/// known is an empty field.
std::string value_csv(const ValueReport& report);

/// A line for each option: mean of the figure, probability to be the best, expected loss if it is chosen.
std::string options_csv(const ValueReport& report);

}  // namespace groundwork
