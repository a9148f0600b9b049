#pragma once

#include <memory>

#include "sim/distribution/smooth_shape.hpp"

namespace groundwork {

struct BetaExponents {
  double alpha;
  double beta;
};

/// The exponents of a PERT distribution on [low, high], low <= mode <= high, low < high; weight > 0. Weight 4 is the
/// original, with mean (low + 4·mode + high)/6 (Malcolm et al. 1959, Operations Research 7, 646-669; the weighted form:
/// Vose 2008, Risk Analysis, 3rd edition, section III.7).
BetaExponents pert_exponents(double low, double mode, double high, double weight);

/// Beta on [low, high]; both exponents > 0. The coordinate is the log-odds of the position in [low, high], less that of
/// the mean.
std::unique_ptr<const SmoothShape> beta_shape(BetaExponents exponents, double low, double high);

}  // namespace groundwork
