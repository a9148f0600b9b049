#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <span>
#include <unordered_map>

#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Confidence of all intervals.
inline constexpr double confidence = 0.95;

/// The 95 % confidence interval of a quantile, as ranks counted from 0 (not always whole).
struct RankInterval {
  double low = 0.0;
  double high = 0.0;
};
using RankIntervals = std::array<RankInterval, summary_probabilities.size()>;

/// Interval between two order statistics of n independent values (David and Nagaraja, Order Statistics, 3rd ed., 7.1):
/// x[low] <= quantile < x[high] unless binomially many, B(n, p), values lie below. Of all pairs of ranks, the one that
/// covers least among those that cover 95 % or more; it need not miss as often below as above. Mirrored for p > 1/2.
/// Where there is no such order statistic, the interval ends at the minimum or the maximum.
RankInterval order_statistic_interval(std::int64_t n, double p);
/// Those of every summary quantile, found once for all columns of equally many values. Threads may ask at the same
/// time.
class OrderStatisticIntervals {
 public:
  const RankIntervals& of(std::int64_t n) const;

 private:
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::int64_t, RankIntervals> found_;
};

using PerRandomisation = std::span<const double, randomisations>;

/// Standard error of sum(totals)/sum(counts) from the scatter of the randomisations' own ratios; NaN if one has no
/// count.
double ratio_standard_error(PerRandomisation totals, PerRandomisation counts);

/// Standard error of the share of values below the p-quantile. `below` counts the values up to some point near it; what
/// the design saves there is taken to be saved at the quantile. If all or none lie below, nothing is taken to be saved.
double share_standard_error(PerRandomisation below, PerRandomisation counts, double p);

/// Half the width of the 95 % confidence interval of the mean, in its unit; Student's t for designs of several
/// randomisations, the normal distribution otherwise.
double mean_half_width(const Summary& summary, Replication replication);

/// Ranks p ± t·standard error, t of Student's distribution with 15 degrees of freedom; at least one rank to each side.
RankInterval randomised_interval(std::int64_t n, double p, double share_error);

}  // namespace groundwork
