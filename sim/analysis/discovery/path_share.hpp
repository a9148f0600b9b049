#pragma once

#include <array>
#include <cstdint>

#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// A share of paths, counted one by one with the randomisation that each belongs to.
class PathShare {
 public:
  void add(std::uint32_t path, bool counts) {
    whole_[path % randomisations] += 1.0;
    if (counts) part_[path % randomisations] += 1.0;
  }

  /// With the binomial standard error and interval (Clopper and Pearson 1934) of independent paths, or those from the
  /// scatter of the randomisations. NaN of no paths.
  Estimate estimate(Replication replication) const;

 private:
  std::array<double, randomisations> part_{}, whole_{};
};

}  // namespace groundwork
