#pragma once

#include <optional>
#include <vector>

#include "sim/distribution/truncation.hpp"

namespace groundwork {

/// One point of a quantile function over the normal score z.
struct QuantileNode {
  double value;
  double slope;  ///< d value / d z
};

/// The quantile function of what the truncation keeps at `cells` + 1 equidistant z from -TableForm::reach to its
/// negative; `cells` is even. None if the two halves, followed from either end, do not meet within 3e-10 of
/// probability.
///
/// Each half starts at its end of the table with the exact quantile and is followed inwards: the coordinate w(z) solves
/// kept·φ(z) dz = density(w) dw, so the next node is where the density has integrated to the normal's probability
/// between the two z (Gauss-Legendre quadrature; Newton's method from an extrapolated guess). An error of the start or
/// of a step stays what it is, as a probability, and that of the start is less than rounding; walking outwards would
/// end with errors larger than the tail. No inverse or incomplete function is needed on the way.
std::optional<std::vector<QuantileNode>> quantile_path(const SmoothShape& shape, const Truncation& truncation,
                                                       int cells);

}  // namespace groundwork
