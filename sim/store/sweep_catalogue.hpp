#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"
#include "sim/store/database.hpp"

namespace groundwork {

/// A sweep that a database holds.
struct ListedSweep {
  std::int64_t id = 0;
  std::string title;
  std::string scenario;
  std::int64_t points = 0;
  std::int64_t finished = 0;
};

/// All sweeps, the one that was run last first.
std::vector<ListedSweep> list_sweeps(const Database& database);

/// A sweep with the points that are finished: those that have all of its figures.
Sweep read_sweep(Database& database, std::int64_t id);

}  // namespace groundwork
