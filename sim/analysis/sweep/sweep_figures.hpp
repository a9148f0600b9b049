#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/base/diagnostics.hpp"
#include "sim/scenario/sweep/sweep_file.hpp"

namespace groundwork {

/// The figures that a sweep asks for, and those of its Pareto front; each once.
std::vector<SweepFigure> find_sweep_figures(const SweepFile& sweep, const OutputTable& table, Diagnostics& diagnostics);

/// Makes those figures the Pareto front that `asked` names, "tco" or "racks=lower", and no other. Names are those that
/// find_figure reads, of figures that the sweep has.
void choose_pareto(std::vector<SweepFigure>& figures, const std::vector<std::string>& asked, Diagnostics& diagnostics);

}  // namespace groundwork
