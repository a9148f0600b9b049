#include "sim/statistics/exact_column.hpp"

#include <algorithm>
#include <cmath>

#include "sim/statistics/radix_sort.hpp"
#include "sim/statistics/summarise.hpp"

namespace groundwork {

namespace {

struct Sums {
  std::array<double, randomisations> distances{}, squares{}, counts{};
};

/// Per randomisation; the counts are of the values up to `limit`.
Sums sums_of(std::span<const double> values, double centre, double limit) {
  Sums sums;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i]) || values[i] > limit) continue;
    const double distance = values[i] - centre;
    sums.distances[i % randomisations] += distance;
    sums.squares[i % randomisations] += distance * distance;
    sums.counts[i % randomisations] += 1.0;
  }
  return sums;
}

double share_equal(const std::vector<double>& sorted, double value) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
  return static_cast<double>(last - first) / static_cast<double>(sorted.size());
}

RankIntervals randomised_intervals(std::span<const double> values, const ExactColumn& column, PerRandomisation counts) {
  RankIntervals intervals;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    const double p = summary_probabilities[i];
    const double quantile = value_at(column, p * static_cast<double>(column.count() - 1));
    const double error = share_standard_error(sums_of(values, 0.0, quantile).counts, counts, p);
    intervals[i] = randomised_interval(column.count(), p, error);
  }
  return intervals;
}

}  // namespace

void ExactColumn::assign(std::span<const double> values) {
  sorted_.assign(values.begin(), values.end());
  std::erase_if(sorted_, [](double value) { return !std::isfinite(value); });
  for (double& value : sorted_) value += 0.0;  // -0.0 becomes 0.0
  radix_sort(sorted_, room_);
}

double ExactColumn::mean_between(double from, double to) const {
  const double reference = at(static_cast<std::int64_t>(from));
  double sum = 0.0;
  for (auto rank = static_cast<std::int64_t>(from); static_cast<double>(rank) < to; ++rank) {
    const auto position = static_cast<double>(rank);
    const double weight = std::min(to, position + 1.0) - std::max(from, position);
    sum += weight * (at(rank) - reference);
  }
  return reference + sum / (to - from);
}

Summary summarise(std::span<const double> values, Replication replication) {
  return summarise(values, ExactColumn(values), replication, {});
}

Summary summarise(std::span<const double> values, const ExactColumn& column, Replication replication,
                  const OrderStatisticIntervals& intervals) {
  Summary summary;
  const double centre = column.count() > 0 ? value_at(column, 0.5 * static_cast<double>(column.count() - 1)) : 0.0;
  const Sums sums = sums_of(values, centre, std::numeric_limits<double>::infinity());
  const MomentSums moments{centre, sums.distances, sums.squares, sums.counts};
  set_moments(moments, static_cast<std::int64_t>(values.size()), replication, summary);
  const bool independent = replication == Replication::independent || column.count() == 0;
  set_quantiles(column, independent ? intervals.of(column.count()) : randomised_intervals(values, column, sums.counts),
                summary);
  if (column.count() == 0) return summary;
  summary.share_at_minimum = share_equal(column.sorted(), summary.minimum);
  summary.share_at_maximum = share_equal(column.sorted(), summary.maximum);
  return summary;
}

}  // namespace groundwork
