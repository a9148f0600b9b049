#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// "tco [CNY bn]", as the sweep names the figure.
std::string figure_label(const SweepFigure& figure);
/// "8,577.5 CNY bn"
std::string figure_amount(const SweepFigure& figure, double value);
/// As a table shows it, and its standard error with one more digit.
std::string figure_value(const SweepFigure& figure, double value);
std::string figure_error(const SweepFigure& figure, double error);

/// "rollout.plan_factor 0.9; sharing.enabled true"
std::string point_in_words(const SweepHead& head, const SweepPoint& point);

/// Title, scenario, design, how the paths were drawn, and how many points are missing.
std::string sweep_heading(const Sweep& sweep);

}  // namespace groundwork
