#include "sim/statistics/summarise.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundwork {

void set_moments(const MomentSums& sums, std::int64_t paths, Replication replication, Summary& summary) {
  const auto total = [](PerRandomisation parts) { return std::accumulate(parts.begin(), parts.end(), 0.0); };
  const double n = total(sums.counts), distance = total(sums.distances), squares = total(sums.squares);
  summary.defined = static_cast<std::int64_t>(n);
  summary.undefined = paths - summary.defined;
  if (n == 0.0) return;
  summary.mean = sums.centre + distance / n;
  if (n == 1.0) return;
  summary.standard_deviation = std::sqrt(std::max(0.0, (squares - distance * (distance / n)) / (n - 1.0)));
  if (replication == Replication::randomised)
    summary.standard_error = ratio_standard_error(sums.distances, sums.counts);
  if (std::isnan(summary.standard_error)) summary.standard_error = summary.standard_deviation / std::sqrt(n);
}

void set_quantiles(const RankedValues& values, const RankIntervals& intervals, Summary& summary) {
  summary.quantile.fill(Summary::unknown);
  summary.low.fill(Summary::unknown);
  summary.high.fill(Summary::unknown);
  if (values.count() == 0) return;
  const auto n = static_cast<double>(values.count());
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
    summary.quantile[i] = value_at(values, summary_probabilities[i] * (n - 1.0));
    summary.low[i] = value_at(values, intervals[i].low);
    summary.high[i] = value_at(values, intervals[i].high);
  }
  summary.tail_below = values.mean_between(0.0, tail_share * n);
  summary.tail_above = values.mean_between(n - tail_share * n, n);
  summary.minimum = values.at(0);
  summary.maximum = values.at(values.count() - 1);
}

}  // namespace groundwork
