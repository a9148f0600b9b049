#pragma once

#include <string>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// A line for each finished point: number, inputs as TOML, how it was run, where it is with regard to the Pareto front
/// ("front", "near", "dominated", "left out"; empty if no front was asked for), and of each figure, to full precision,
/// its mean, standard error (se), standard deviation (sd), quantiles, and on how many paths it was defined.
/// Not-a-number is an empty field.
std::string points_csv(const Sweep& sweep);

/// The same lines of the points of the Pareto front.
std::string pareto_csv(const Sweep& sweep);

}  // namespace groundwork
