#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// One figure's cell in the output table of each scenario.
using FigureCells = std::vector<int>;

/// The figures that `names` say in the first scenario, as find_figure reads them; all headline figures if there are
/// none. What a name or another scenario lacks goes to `diagnostics`.
std::vector<FigureCells> shared_figures(std::span<const Study> studies, const std::vector<std::string>& names,
                                        Diagnostics& diagnostics);

/// For each of `figures` the same metric and period for every scope of the kind, such as "province".
std::vector<FigureCells> figures_by(std::span<const Study> studies, const std::vector<FigureCells>& figures,
                                    const std::string& kind, Diagnostics& diagnostics);

}  // namespace groundwork
