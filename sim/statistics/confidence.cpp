#include "sim/statistics/confidence.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace groundwork {

namespace {

constexpr double one_sided_miss = (1.0 - confidence) / 2.0;

namespace policies = boost::math::policies;
using RoundDown = policies::policy<policies::discrete_quantile<policies::integer_round_down>>;
using Binomial = boost::math::binomial_distribution<double, RoundDown>;

double sum_of(PerRandomisation values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// For p <= 1/2. -1: no rank is low enough.
RankInterval lower_half_interval(std::int64_t n, double p) {
  const Binomial below(static_cast<double>(n), p);
  const auto chance = [&below](double rank) { return rank < 0.0 ? 0.0 : cdf(below, rank); };
  const auto last = static_cast<double>(n - 1);
  double low = -1.0;
  if (chance(0.0) <= one_sided_miss) {
    low = std::floor(quantile(below, one_sided_miss));
    while (chance(low) > one_sided_miss) low -= 1.0;
    while (chance(low + 1.0) <= one_sided_miss) low += 1.0;
    if (low < last && chance(low + 1.0) - one_sided_miss < one_sided_miss - chance(low)) low += 1.0;
  }
  const double needed = chance(low) + confidence;
  double high = needed < 1.0 ? std::min(std::floor(quantile(below, needed)), last) : last;
  while (high > low && chance(high - 1.0) >= needed) high -= 1.0;
  while (high < last && chance(high) < needed) high += 1.0;
  return {low, high};
}

}  // namespace

RankInterval order_statistic_interval(std::int64_t n, double p) {
  if (n == 0) return {};
  const auto last = static_cast<double>(n - 1);
  const RankInterval lower = lower_half_interval(n, std::min(p, 1.0 - p));
  const RankInterval found = p <= 0.5 ? lower : RankInterval{last - lower.high, last - lower.low};
  return {std::clamp(found.low, 0.0, last), std::clamp(found.high, 0.0, last)};
}

RankIntervals order_statistic_intervals(std::int64_t n) {
  RankIntervals intervals;
  std::transform(summary_probabilities.begin(), summary_probabilities.end(), intervals.begin(),
                 [n](double p) { return order_statistic_interval(n, p); });
  return intervals;
}

double ratio_standard_error(PerRandomisation totals, PerRandomisation counts) {
  const double count = sum_of(counts), ratio = sum_of(totals) / count;
  double sum = 0.0;
  for (int r = 0; r < randomisations; ++r) {
    if (counts[r] == 0.0) return Summary::unknown;
    const double weighted = (totals[r] - ratio * counts[r]) / count;
    sum += weighted * weighted;
  }
  return std::sqrt(sum * randomisations / (randomisations - 1.0));
}

double share_standard_error(PerRandomisation below, PerRandomisation counts, double p) {
  const double n = sum_of(counts), share = sum_of(below) / n;
  const double independent = std::sqrt(p * (1.0 - p) / n);
  const double error = ratio_standard_error(below, counts);
  if (!(share > 0.0 && share < 1.0) || std::isnan(error)) return independent;
  return error * independent / std::sqrt(share * (1.0 - share) / n);
}

RankInterval randomised_interval(std::int64_t n, double p, double share_error) {
  static const double student = quantile(boost::math::students_t(randomisations - 1), 1.0 - one_sided_miss);
  const auto last = static_cast<double>(n - 1);
  const double half_width = std::max(1.0, student * share_error * static_cast<double>(n));
  const double centre = p * last;
  return {std::clamp(centre - half_width, 0.0, last), std::clamp(centre + half_width, 0.0, last)};
}

}  // namespace groundwork
