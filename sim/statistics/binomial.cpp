#include "sim/statistics/binomial.hpp"

#include <boost/math/distributions/binomial.hpp>

#include "sim/statistics/confidence.hpp"

namespace groundwork {

double binomial_at_least(std::int64_t k, std::int64_t n, double p) {
  if (k <= 0) return 1.0;
  if (k > n) return 0.0;
  const boost::math::binomial count(static_cast<double>(n), p);
  return cdf(complement(count, static_cast<double>(k - 1)));
}

ShareInterval exact_share_interval(std::int64_t k, std::int64_t n) {
  constexpr double one_sided_miss = (1.0 - confidence) / 2.0;
  const auto trials = static_cast<double>(n), successes = static_cast<double>(k);
  return {boost::math::binomial::find_lower_bound_on_p(trials, successes, one_sided_miss),
          boost::math::binomial::find_upper_bound_on_p(trials, successes, one_sided_miss)};
}

}  // namespace groundwork
