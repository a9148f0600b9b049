#include "sim/analysis/comparison/paired_difference.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr double rounding = 1e-12;  // sums of some thousand terms keep about 13 digits

struct Pairs {
  std::vector<double> baseline, option, difference;  ///< Not-a-number where either is undefined.
  double largest = 0.0;
};

Pairs pair_up(PathValues baseline, PathValues option) {
  Pairs pairs;
  for (std::size_t path = 0; path < baseline.size(); ++path) {
    const bool is_defined = std::isfinite(baseline[path]) && std::isfinite(option[path]);
    pairs.baseline.push_back(is_defined ? baseline[path] : Summary::unknown);
    pairs.option.push_back(is_defined ? option[path] : Summary::unknown);
    pairs.difference.push_back(is_defined ? difference_beyond_rounding(option[path], baseline[path])
                                          : Summary::unknown);
    if (is_defined) pairs.largest = std::max({pairs.largest, std::fabs(baseline[path]), std::fabs(option[path])});
  }
  return pairs;
}

/// 1 where the difference is for the better.
std::vector<double> wins(const std::vector<double>& differences, Better better) {
  const double sign = better == Better::higher ? 1.0 : -1.0;
  std::vector<double> won;
  for (const double difference : differences)
    won.push_back(std::isnan(difference) ? Summary::unknown : (sign * difference > 0.0 ? 1.0 : 0.0));
  return won;
}

double squared(double value) { return value * value; }

}  // namespace

double difference_beyond_rounding(double option, double baseline) {
  const double difference = option - baseline;
  return std::fabs(difference) <= rounding * std::max(std::fabs(option), std::fabs(baseline)) ? 0.0 : difference;
}

PairedDifference paired_difference(PathValues baseline, PathValues option, Better better, Replication replication) {
  check(baseline.size() == option.size(), "paired_difference: not the same paths");
  const Pairs pairs = pair_up(baseline, option);
  PairedDifference paired;
  paired.difference = summarise(pairs.difference, replication);
  const Summary& difference = paired.difference;
  if (difference.defined == 0) return paired;
  paired.is_constant = difference.maximum - difference.minimum <= rounding * pairs.largest;
  paired.equal_share =
      static_cast<double>(std::ranges::count(pairs.difference, 0.0)) / static_cast<double>(difference.defined);
  if (better != Better::neither) paired.better = summarise(wins(pairs.difference, better), replication);
  if (!paired.is_constant)
    paired.pairing_gain = (squared(summarise(pairs.baseline, replication).standard_error) +
                           squared(summarise(pairs.option, replication).standard_error)) /
                          squared(difference.standard_error);
  return paired;
}

}  // namespace groundwork
