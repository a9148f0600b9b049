#pragma once

#include <cstdint>

namespace groundwork {

/// P(B >= k) for B binomial(n, p); 0 <= k, 0 <= n, 0 <= p <= 1.
double binomial_at_least(std::int64_t k, std::int64_t n, double p);

/// Ends of an interval of a share, 0 … 1.
struct ShareInterval {
  double low = 0.0;
  double high = 1.0;
};

/// The exact 95 % confidence interval of a share of which k in n > 0 independent trials are known (Clopper and Pearson
/// 1934, Biometrika 26, 404-413).
ShareInterval exact_share_interval(std::int64_t k, std::int64_t n);

}  // namespace groundwork
