#pragma once

#include "sim/base/bytes.hpp"
#include "sim/statistics/cell_state.hpp"

namespace groundwork {

/// Writes a cell's counters: those close to the centre one by one, of the others those that are not zero.
void save_counters(const CellMoments& moments, const CellCounters& counters, std::ptrdiff_t cell, ByteWriter& out);

/// Reads them into counters that are all zero. Throws std::runtime_error if there are no such counters.
void load_counters(const CellCounters& counters, std::ptrdiff_t cell, ByteReader& in);

}  // namespace groundwork
