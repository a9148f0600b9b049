#include "sim/analysis/comparison/dominance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/statistics/confidence.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

/// Values of the defined pairs, turned so that higher is better. Path i of a randomised design is in randomisation
/// i % 16, which is kept.
struct Pair {
  double baseline = 0.0, option = 0.0;
  std::size_t randomisation = 0;
};

std::vector<Pair> defined_pairs(PathValues baseline, PathValues option, Better better) {
  const double sign = better == Better::higher ? 1.0 : -1.0;
  std::vector<Pair> pairs;
  for (std::size_t path = 0; path < baseline.size(); ++path)
    if (std::isfinite(baseline[path]) && std::isfinite(option[path])) {
      const bool is_equal = difference_beyond_rounding(option[path], baseline[path]) == 0.0;
      pairs.push_back(
          {sign * baseline[path], sign * (is_equal ? baseline[path] : option[path]), path % randomisations});
    }
  return pairs;
}

std::vector<double> thresholds_of(const std::vector<Pair>& pairs) {
  std::vector<double> values;
  for (const Pair& pair : pairs) values.insert(values.end(), {pair.baseline, pair.option});
  const ExactColumn column(values);
  std::vector<double> thresholds;
  for (int i = 0; i < dominance_thresholds; ++i)
    thresholds.push_back(column.at(i * (column.count() - 1) / (dominance_thresholds - 1)));
  return thresholds;
}

/// 1 if the value does not pass the threshold.
struct FallsShort {
  double operator()(double value, double threshold) const { return value <= threshold ? 1.0 : 0.0; }
};
/// By how much the value is below the threshold.
struct Shortfall {
  double operator()(double value, double threshold) const { return std::max(threshold - value, 0.0); }
};

struct Estimate {
  double mean = 0.0, standard_error = 0.0;
};

/// The mean of loss(option) - loss(baseline).
template <class Loss>
Estimate mean_difference(const std::vector<Pair>& pairs, double threshold, Replication replication) {
  std::array<double, randomisations> totals{}, counts{};
  double sum = 0.0, squares = 0.0;
  for (const Pair& pair : pairs) {
    const double difference = Loss{}(pair.option, threshold) - Loss{}(pair.baseline, threshold);
    totals[pair.randomisation] += difference;
    counts[pair.randomisation] += 1.0;
    sum += difference;
    squares += difference * difference;
  }
  const auto n = static_cast<double>(pairs.size());
  if (replication == Replication::randomised) return {sum / n, ratio_standard_error(totals, counts)};
  return {sum / n, std::sqrt(std::max(squares / n - sum / n * (sum / n), 0.0) / (n - 1.0))};
}

template <class Loss>
Dominates dominates(const std::vector<Pair>& pairs, const std::vector<double>& thresholds, Replication replication) {
  const double tolerated = replication == Replication::randomised ? tolerated_errors_randomised : tolerated_errors;
  bool option_is_better = false, baseline_is_better = false;
  for (const double threshold : thresholds) {
    const Estimate more = mean_difference<Loss>(pairs, threshold, replication);
    option_is_better |= more.mean < -tolerated * more.standard_error;
    baseline_is_better |= more.mean > tolerated * more.standard_error;
  }
  if (option_is_better && baseline_is_better) return Dominates::neither;
  if (!option_is_better && !baseline_is_better) return Dominates::same;
  return option_is_better ? Dominates::option : Dominates::baseline;
}

}  // namespace

std::string_view name(Dominates dominates) {
  switch (dominates) {
    case Dominates::neither:
      return "neither";
    case Dominates::option:
      return "option";
    case Dominates::baseline:
      return "baseline";
    case Dominates::same:
      return "same";
  }
  return "";
}

Dominance stochastic_dominance(PathValues baseline, PathValues option, Better better, Replication replication) {
  check(baseline.size() == option.size() && better != Better::neither, "stochastic_dominance: nothing to compare");
  const std::vector<Pair> pairs = defined_pairs(baseline, option, better);
  if (pairs.size() < 2) return {};
  const std::vector<double> thresholds = thresholds_of(pairs);
  Dominance dominance;
  dominance.first_order = dominates<FallsShort>(pairs, thresholds, replication);
  const bool is_decided = dominance.first_order == Dominates::option || dominance.first_order == Dominates::baseline;
  dominance.second_order = is_decided ? dominance.first_order : dominates<Shortfall>(pairs, thresholds, replication);
  return dominance;
}

}  // namespace groundwork
