#pragma once

#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Moves the centre to zero, and makes the spread fine, where a pilot says that a cell's values crowd at zero on one
/// side: racks and stations still built when all is built range over decades, and low quantiles lie far below one
/// bucket of a sketch laid out around the bulk (docs/adr/0002-sketch-around-a-pilot-centre.md). `moments` has the
/// pilot's centre and standard deviation.
void resolve_crowd_at_zero(CellMoments& moments, int cell, const Wave& pilot);

}  // namespace groundwork
