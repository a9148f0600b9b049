#pragma once

#include "sim/distribution/quantile_form.hpp"

namespace groundwork {

/// A continuous distribution described in a coordinate w in which it is smooth on the whole line, such as the logarithm
/// of the value or its log-odds: there tails fall exponentially or faster and bounds are out of the way, so quadrature
/// and interpolation need no special cases. The value is an increasing function of w.
class SmoothShape {
 public:
  virtual ~SmoothShape() = default;

  /// Probability density of the coordinate.
  virtual double density(double w) const = 0;
  virtual double value(double w) const = 0;
  /// d value / d w.
  virtual double value_slope(double w) const = 0;
  /// The coordinate with probability `p` below it, or above it; p in [0, 1], accurate for small p.
  virtual double with_below(double p) const = 0;
  virtual double with_above(double p) const = 0;
  /// Probability below and above the value x, each accurate where small.
  virtual double below(double x) const = 0;
  virtual double above(double x) const = 0;
  /// Support and moments without truncation.
  virtual double lowest() const = 0;
  virtual double highest() const = 0;
  virtual double mean() const = 0;
  virtual double sd() const = 0;
  /// An elementary quantile function after truncation to `kept`, if there is one; else an empty table, to be filled.
  virtual QuantileForm form(const KeptProbability& kept) const = 0;
};

}  // namespace groundwork
