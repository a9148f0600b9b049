#pragma once

#include "sim/statistics/summary.hpp"

namespace groundwork {

/// A number that comes from random paths. NaN: not known.
struct Estimate {
  double value = Summary::unknown;
  double standard_error = Summary::unknown;
  double low = Summary::unknown;  ///< Lower end of the 95 % confidence interval.
  double high = Summary::unknown;
};

/// Value ± t·standard error, where t is the normal distribution's for independent paths and Student's with 15 degrees
/// of freedom if the error comes from 16 randomisations.
Estimate symmetric_estimate(double value, double standard_error, Replication replication);

/// A correlation of n paths, partial for `given` other columns, with the interval on Fisher's scale: standard error of
/// atanh(r) is sqrt((1 + r²/2)/(n - given - 3)) for ranks (Bonett and Wright 2000, Psychometrika 65, 23-28).
Estimate rank_correlation_estimate(double correlation, double paths, double given);

}  // namespace groundwork
