#pragma once

#include <variant>
#include <vector>

/// The ways in which a kernel evaluates a quantile function: plain data, made at load by the laws and read by
/// QuantileKernel (quantile_kernel.hpp, which has the equations).
namespace groundwork {

/// The part of a distribution that truncation keeps, as probabilities of the whole.
struct KeptProbability {
  double below = 0.0;  ///< Left out below.
  double above = 0.0;  ///< Left out above.
  double kept = 1.0;
};

struct FixedForm {
  double value;
};

struct UniformForm {
  double low, width;
};

/// `below_mode` is the probability below the mode; the scales are width·(mode - low) and width·(high - mode).
struct TriangularForm {
  double low, high, below_mode, rising, falling;
};

struct NormalForm {
  KeptProbability kept;
  double mean, sd;
};

/// exp of a normal.
struct LognormalForm {
  KeptProbability kept;
  double log_mean, log_sd;
};

struct WeibullForm {
  KeptProbability kept;
  double scale, exponent;  ///< `exponent` = 1/shape.
};

/// The value i with the smallest cumulative[i] >= u. Padded with ones to a power of two; never empty.
struct StepForm {
  std::vector<double> values;
  std::vector<double> cumulative;
};

/// Cubic Hermite interpolation in z = normal_quantile(u) on a uniform grid over [-reach, reach].
struct TableForm {
  static constexpr double reach = 8.3;  ///< The uniform nearest to 0, 2^-53, is at z = -8.21.

  int cells = 0;
  std::vector<double> nodes;  ///< Value and slope·(width of a cell), for each of cells + 1 nodes.
};

using QuantileForm =
    std::variant<FixedForm, UniformForm, TriangularForm, NormalForm, LognormalForm, WeibullForm, StepForm, TableForm>;

}  // namespace groundwork
