#pragma once

#include <cstdint>

namespace groundwork {

/// Values in ascending order, as exactly as they are known.
class RankedValues {
 public:
  virtual ~RankedValues() = default;
  virtual std::int64_t count() const = 0;
  /// The order statistic of a rank from 0 to count() - 1.
  virtual double at(std::int64_t rank) const = 0;
  /// Mean of the values from position `from` to position `to`, 0 <= from < to <= count(); the value of rank k takes the
  /// positions k … k + 1.
  virtual double mean_between(double from, double to) const = 0;
};

/// Between two ranks by linear interpolation; `rank` is brought into 0 … count() - 1. NaN if there are no values.
double value_at(const RankedValues& values, double rank);

}  // namespace groundwork
