#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace groundwork {

/// The quantiles that every result states.
inline constexpr std::array<double, 9> summary_probabilities = {0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99};
inline constexpr int summary_quantiles = static_cast<int>(summary_probabilities.size());
/// Share of the paths in each tail mean: "the worst 5 %".
inline constexpr double tail_share = 0.05;

/// How the paths were drawn, which decides where their Monte-Carlo error is read.
enum class Replication {
  independent,  ///< Every path for itself (plain Monte Carlo).
  randomised,   ///< Path i belongs to randomisation i % 16 of a stratified or low-discrepancy design.
};
/// Randomisations of such a design.
inline constexpr int randomisations = 16;

/// The distribution of one output over the paths, in the unit of the output. NaN: not known from so few paths.
///
/// Quantiles interpolate linearly between order statistics (Hyndman and Fan 1996, type 7): with ranks counted from 0,
/// the p-quantile is at rank p·(n - 1). A path whose value is not finite is undefined: counted, and left out of the
/// rest.
struct Summary {
  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  using Quantiles = std::array<double, summary_probabilities.size()>;
  static constexpr std::size_t p05 = 1, p50 = 4, p95 = 7;  ///< Places of these among summary_probabilities.
  static_assert(summary_probabilities[p05] == 0.05 && summary_probabilities[p50] == 0.50 &&
                summary_probabilities[p95] == 0.95);

  std::int64_t defined = 0;
  std::int64_t undefined = 0;
  double mean = unknown;
  double standard_error = unknown;  ///< Of the mean.
  double standard_deviation = unknown;
  Quantiles quantile{};         ///< At summary_probabilities.
  Quantiles low{};              ///< Lower end of the 95 % confidence interval of each quantile.
  Quantiles high{};             ///< Upper end.
  double tail_below = unknown;  ///< Mean of the lowest 5 % of the values.
  double tail_above = unknown;  ///< Mean of the highest 5 %.
  double minimum = unknown;
  double maximum = unknown;
  double share_at_minimum = 0.0;  ///< Share of the defined values that equal the minimum, 0 … 1.
  double share_at_maximum = 0.0;
};

}  // namespace groundwork
