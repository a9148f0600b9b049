#pragma once

#include "sim/distribution/smooth_shape.hpp"

namespace groundwork {

/// The part [low, high] of a continuous distribution. All probabilities are of the whole distribution, taken from the
/// tail in which they are small, so that a truncation far out in either tail loses no digits.
class Truncation {
 public:
  Truncation(const SmoothShape& shape, double low, double high);

  double low() const { return low_; }
  double high() const { return high_; }
  /// Probability between the ends; all the rest below divides by it.
  double kept() const { return kept_; }
  bool is_whole() const { return below_ == 0.0 && above_ == 0.0; }

  /// The coordinate with share `u` of what is kept below it, or above it.
  double with_below(const SmoothShape& shape, double u) const;
  double with_above(const SmoothShape& shape, double u) const;
  /// Share of what is kept that lies below x.
  double share_below(const SmoothShape& shape, double x) const;
  KeptProbability probability() const { return {.below = below_, .above = above_, .kept = kept_}; }

 private:
  double low_, high_;
  double below_, above_;
  double kept_;
};

}  // namespace groundwork
