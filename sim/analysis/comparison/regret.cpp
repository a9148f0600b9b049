#include "sim/analysis/comparison/regret.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/diagnostics.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

/// The best value of each path; not-a-number where an option has none.
std::vector<double> best_values(std::span<const PathValues> options, Better better) {
  std::vector<double> best(options.front().begin(), options.front().end());
  for (const PathValues option : options)
    for (std::size_t path = 0; path < best.size(); ++path) {
      const bool is_defined = std::isfinite(best[path]) && std::isfinite(option[path]);
      const double of_both =
          better == Better::higher ? std::max(best[path], option[path]) : std::min(best[path], option[path]);
      best[path] = is_defined ? of_both : Summary::unknown;
    }
  return best;
}

}  // namespace

std::vector<Regret> regrets(std::span<const PathValues> options, Better better, Replication replication) {
  check(!options.empty() && better != Better::neither, "regrets: nothing to choose");
  const std::vector<double> best = best_values(options, better);
  std::vector<Regret> found;
  for (const PathValues option : options) {
    check(option.size() == best.size(), "regrets: not the same paths");
    std::vector<double> regret, is_best;
    for (std::size_t path = 0; path < best.size(); ++path) {
      const bool is_defined = !std::isnan(best[path]);
      regret.push_back(is_defined ? std::fabs(difference_beyond_rounding(option[path], best[path])) : Summary::unknown);
      is_best.push_back(is_defined ? (regret.back() == 0.0 ? 1.0 : 0.0) : Summary::unknown);
    }
    Regret result{summarise(regret, replication)};
    if (result.regret.defined > 0)
      result.best_share =
          static_cast<double>(std::ranges::count(regret, 0.0)) / static_cast<double>(result.regret.defined);
    result.best_share_error = summarise(is_best, replication).standard_error;
    found.push_back(result);
  }
  return found;
}

}  // namespace groundwork
