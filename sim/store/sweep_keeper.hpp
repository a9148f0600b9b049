#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep_run.hpp"
#include "sim/store/sweep_schema.hpp"

namespace groundwork {

/// Keeps the points of one sweep in a database, each in a transaction of its own. Other processes may do the same.
class SweepKeeper final : public PointKeeper {
 public:
  /// Makes the sweep known to the database, as its latest. `database` must outlive the keeper.
  SweepKeeper(Database& database, const SweepHead& head);

  std::int64_t sweep() const { return sweep_; }
  /// Numbers of the points that are not there, or lack one of the figures.
  std::vector<std::int64_t> unfinished() const;
  bool adopt(const SweepPoint& point) override;
  void keep(const SweepPoint& point) override;

 private:
  /// The row of a point with this key, or 0.
  std::int64_t find(const PointKey& key);
  std::int64_t find_or_add(const PointKey& key);
  void add_figure(std::int64_t point, const std::string& name, const Summary& summary);
  void add_to_sweep(std::int64_t row, const SweepPoint& point);

  Database& database_;
  SweepHead head_;
  std::int64_t sweep_;
  Statement find_point_, add_point_, count_figures_, add_figure_, add_sweep_point_, add_value_;
};

}  // namespace groundwork
