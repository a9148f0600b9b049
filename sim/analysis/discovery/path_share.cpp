#include "sim/analysis/discovery/path_share.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/statistics/binomial.hpp"
#include "sim/statistics/confidence.hpp"

namespace groundwork {

Estimate PathShare::estimate(Replication replication) const {
  const double part = std::accumulate(part_.begin(), part_.end(), 0.0);
  const double whole = std::accumulate(whole_.begin(), whole_.end(), 0.0);
  if (!(whole > 0.0)) return {};
  const double share = part / whole;
  if (replication == Replication::independent) {
    const ShareInterval interval =
        exact_share_interval(static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole));
    return {share, std::sqrt(share * (1.0 - share) / whole), interval.low, interval.high};
  }
  const Estimate found = symmetric_estimate(share, ratio_standard_error(part_, whole_), replication);
  return {share, found.standard_error, std::max(0.0, found.low), std::min(1.0, found.high)};
}

}  // namespace groundwork
