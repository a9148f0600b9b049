#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/sweep/sweep_file.hpp"

namespace groundwork {

/// Which value each input has at each point.
///
/// A grid has all combinations of levels; the last factor changes fastest. A Latin hypercube of n points cuts each
/// factor's range, or its list of levels, into n parts of equal length and takes each part once, at a random place in
/// it. A factor's places depend on seed, number of points and the factor's first key only.
class SweepDesign {
 public:
  explicit SweepDesign(const SweepFile& sweep);

  std::int64_t points() const { return points_; }
  /// By input, in the order of the factors and of their inputs; as TOML.
  std::vector<std::string> values(std::int64_t point) const;

 private:
  SweepLevel hypercube_level(const SweepFactor& factor, std::int64_t point) const;

  std::vector<SweepFactor> factors_;
  SweepKind kind_;
  std::uint64_t seed_;
  std::int64_t points_;
};

}  // namespace groundwork
