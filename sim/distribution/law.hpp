#pragma once

#include <string>

#include "sim/distribution/distribution.hpp"
#include "sim/distribution/quantile_form.hpp"

namespace groundwork {

/// What every entry of the catalogue can do. Immutable.
class Distribution::Law {
 public:
  virtual ~Law() = default;

  virtual double quantile(double u) const = 0;
  virtual double cdf(double x) const = 0;
  virtual double mean() const = 0;
  virtual double sd() const = 0;
  virtual double lowest() const = 0;
  virtual double highest() const = 0;
  virtual std::string text() const = 0;
  /// How kernels evaluate the quantile function.
  virtual const QuantileForm& form() const = 0;
};

}  // namespace groundwork
