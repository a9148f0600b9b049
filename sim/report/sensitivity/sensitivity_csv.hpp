#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sensitivity/drivers.hpp"
#include "sim/analysis/sensitivity/sobol_design.hpp"
#include "sim/analysis/sensitivity/tornado.hpp"

namespace groundwork {

/// Files of a sensitivity analysis, a line for each figure and factor, to full precision; every estimate with its
/// standard error (se) and 95 % confidence interval (low, high). Not-a-number is an empty field. A factor is an
/// "input", "draws" of the model, or a "group" of either; `members` are separated by blanks.
std::string drivers_csv(const Study& study, const std::vector<FigureDrivers>& figures);
std::string sobol_csv(const Study& study, const SobolAnalysis& analysis);
std::string tornado_csv(const Study& study, const std::vector<Tornado>& tornados);

/// "input", "draws" or "group".
std::string kind_name(FactorKind kind);

}  // namespace groundwork
