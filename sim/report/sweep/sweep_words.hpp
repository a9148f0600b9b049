#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// "tco", "stations:CN-GD:2025", as the sweep names it; in Chinese "总拥有成本", "CN-GD 2025年在网基站".
std::string figure_name(const SweepFigure& figure, Language language);
/// "tco [CNY bn]"
std::string figure_label(const SweepFigure& figure, Language language);
/// "8,577.5 CNY bn"
std::string figure_amount(const SweepFigure& figure, double value, Language language);
/// That of a difference between points.
std::string figure_difference(const SweepFigure& figure, double value, Language language);
/// As a table shows it, and its standard error with one more digit.
std::string figure_value(const SweepFigure& figure, double value, Language language);
std::string figure_error(const SweepFigure& figure, double error, Language language);

/// "rollout.plan_factor 0.9; sharing.enabled true"
std::string point_in_words(const SweepHead& head, const SweepPoint& point, Language language);

/// Title, scenario, design, how the paths were drawn, and how many points are missing.
std::string sweep_heading(const Sweep& sweep, Language language);

}  // namespace groundwork
