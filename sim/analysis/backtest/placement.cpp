#include "sim/analysis/backtest/placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/statistics/confidence.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr double outermost = summary_probabilities[Summary::p05];

/// Paths that give a number, those below some value and those equal to it, by randomisation.
struct Counts {
  std::array<double, randomisations> all{}, below{}, equal{};
  double defined = 0.0, under = 0.0, same = 0.0;
};

Counts count(std::span<const double> values, double value) {
  Counts counts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) continue;
    counts.all[i % randomisations] += 1.0;
    counts.below[i % randomisations] += values[i] < value ? 1.0 : 0.0;
    counts.equal[i % randomisations] += values[i] == value ? 1.0 : 0.0;
  }
  for (std::size_t r = 0; r < randomisations; ++r) {
    counts.defined += counts.all[r];
    counts.under += counts.below[r];
    counts.same += counts.equal[r];
  }
  return counts;
}

double share_kept(Bound bound, const Counts& counts) {
  const double below = counts.under / counts.defined, equal = counts.same / counts.defined;
  switch (bound) {
    case Bound::above:
      return 1.0 - below - equal;
    case Bound::at_least:
      return 1.0 - below;
    case Bound::below:
      return below;
    case Bound::at_most:
      return below + equal;
    case Bound::none:
      break;
  }
  return Summary::unknown;
}

/// By Laplace's rule of succession, (k + 1)/(n + 2), so that a share of 0 or 1 is not said to be exact.
double error_of(const Counts& counts, Replication replication) {
  const double share = (counts.under + 1.0) / (counts.defined + 2.0);
  if (replication == Replication::randomised) return share_standard_error(counts.below, counts.all, share);
  return std::sqrt(share * (1.0 - share) / counts.defined);
}

/// Whether all paths give the same value, as far as rounding lets them: a difference that should be 0 rarely is.
bool is_constant(const Summary& simulated, double published) {
  constexpr double rounding = 1e-12;
  const double size = std::max({std::fabs(simulated.minimum), std::fabs(simulated.maximum), std::fabs(published)});
  return simulated.maximum - simulated.minimum <= rounding * size;
}

Verdict judge(const PublishedValue& published, const Placement& placement) {
  const Summary& simulated = placement.simulated;
  if (is_constant(simulated, published.value)) return Verdict::constant;
  const bool is_lower = published.bound == Bound::above || published.bound == Bound::at_least;
  if (published.bound != Bound::none)
    return placement.bound_holds >= outermost ? Verdict::inside : is_lower ? Verdict::above : Verdict::below;
  if (published.value < simulated.quantile[Summary::p05]) return Verdict::below;
  return published.value > simulated.quantile[Summary::p95] ? Verdict::above : Verdict::inside;
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::inside:
      return "inside";
    case Verdict::below:
      return "below";
    case Verdict::above:
      return "above";
    case Verdict::constant:
      return "constant";
    case Verdict::undefined:
      return "undefined";
  }
  return "";
}

Placement place(const PublishedValue& published, std::span<const double> values, Replication replication) {
  const Counts counts = count(values, published.value);
  Placement placement;
  placement.simulated = summarise(values, replication);
  if (counts.defined == 0.0) return placement;
  placement.percentile = (counts.under + 0.5 * counts.same) / counts.defined;
  placement.bound_holds = share_kept(published.bound, counts);
  placement.error = error_of(counts, replication);
  placement.verdict = judge(published, placement);
  return placement;
}

}  // namespace groundwork
