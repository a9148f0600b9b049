#include "sim/statistics/confidence.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <vector>

namespace groundwork {

namespace {

constexpr double one_sided_miss = (1.0 - confidence) / 2.0;

double sum_of(PerRandomisation values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// P(B <= k) for B binomial(n, p), for the k that matter to a confidence interval.
class BinomialChances {
 public:
  BinomialChances(std::int64_t n, double p) {
    constexpr double widest = 9.0;  // standard deviations, beyond which nothing adds up to 1e-18
    const double mean = static_cast<double>(n) * p, reach = widest * std::sqrt(mean * (1.0 - p)) + widest;
    const boost::math::binomial below(static_cast<double>(n), p);
    first_ = std::max<std::int64_t>(0, static_cast<std::int64_t>(mean - reach));
    const auto last = std::min<std::int64_t>(n, static_cast<std::int64_t>(mean + reach));
    double sum = first_ > 0 ? cdf(below, static_cast<double>(first_ - 1)) : 0.0;
    double chance = pdf(below, static_cast<double>(first_));
    for (std::int64_t k = first_; k <= last; ++k) {
      up_to_.push_back(sum += chance);
      chance *= static_cast<double>(n - k) / static_cast<double>(k + 1) * (p / (1.0 - p));
    }
  }

  std::int64_t first() const { return first_; }
  std::int64_t last() const { return first_ + static_cast<std::int64_t>(up_to_.size()) - 1; }
  double up_to(std::int64_t k) const { return k < first_ ? 0.0 : up_to_[static_cast<std::size_t>(k - first_)]; }

 private:
  std::int64_t first_ = 0;
  std::vector<double> up_to_;
};

/// For p <= 1/2. A rank that is not there is -1 or n.
RankInterval lower_half_interval(std::int64_t n, double p) {
  const BinomialChances chance(n, p);
  RankInterval best{-1.0, static_cast<double>(n)};
  double least = 2.0;
  std::int64_t high = chance.first();
  for (std::int64_t low = chance.up_to(0) + confidence > 1.0 ? -1 : chance.first(); low < chance.last(); ++low) {
    while (high < chance.last() && chance.up_to(high) - chance.up_to(low) < confidence) ++high;
    const double covered = chance.up_to(high) - chance.up_to(low);
    if (covered < confidence) break;
    if (covered < least) {
      least = covered;
      best = {static_cast<double>(low), static_cast<double>(high)};
    }
  }
  return best;
}

/// Standard errors to each side of a figure that is known from the randomisations' scatter.
double student_factor() {
  static const double factor = quantile(boost::math::students_t(randomisations - 1), 1.0 - one_sided_miss);
  return factor;
}

}  // namespace

RankInterval order_statistic_interval(std::int64_t n, double p) {
  if (n == 0) return {};
  const auto last = static_cast<double>(n - 1);
  const RankInterval lower = lower_half_interval(n, std::min(p, 1.0 - p));
  const RankInterval found = p <= 0.5 ? lower : RankInterval{last - lower.high, last - lower.low};
  return {std::clamp(found.low, 0.0, last), std::clamp(found.high, 0.0, last)};
}

/// Without the lock while intervals are found: many columns may each have another number of values.
const RankIntervals& OrderStatisticIntervals::of(std::int64_t n) const {
  std::unique_lock lock(mutex_);
  if (const auto known = found_.find(n); known != found_.end()) return known->second;
  lock.unlock();
  RankIntervals intervals;
  std::ranges::transform(summary_probabilities, intervals.begin(),
                         [n](double p) { return order_statistic_interval(n, p); });
  lock.lock();
  return found_.try_emplace(n, intervals).first->second;
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

double mean_half_width(const Summary& summary, Replication replication) {
  static const double normal_factor = quantile(boost::math::normal(), 1.0 - one_sided_miss);
  return summary.standard_error * (replication == Replication::independent ? normal_factor : student_factor());
}

RankInterval randomised_interval(std::int64_t n, double p, double share_error) {
  const auto last = static_cast<double>(n - 1);
  const double half_width = std::max(1.0, student_factor() * share_error * static_cast<double>(n));
  const double centre = p * last;
  return {std::clamp(centre - half_width, 0.0, last), std::clamp(centre + half_width, 0.0, last)};
}

}  // namespace groundwork
