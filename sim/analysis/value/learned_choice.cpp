#include "sim/analysis/value/learned_choice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/analysis/spline_regression.hpp"
#include "sim/base/diagnostics.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

namespace {

using Eigen::Index;

/// Functions that a number of paths can carry: what is learned loses in proportion to functions over paths, and a
/// 32nd is little beside the scatter of the paths. More than 256 take long.
std::size_t affordable_functions(std::size_t paths) { return std::min<std::size_t>(paths / 32, 256); }

SplineBasis basis_of(const std::vector<std::span<const double>>& known) {
  const std::size_t paths = known.front().size(), columns = known.size(), most = affordable_functions(paths);
  const auto affordable = static_cast<int>(most / columns) - 1;
  const int pieces = std::max(1, std::min(spline_pieces(paths, columns), affordable));
  const std::size_t hats = columns * static_cast<std::size_t>(pieces + 1), pairs = columns * (columns - 1) / 2;
  return {known, pieces, hats + pairs <= most ? PairTerms::all : PairTerms::none};
}

std::vector<double> means_of(const Columns& columns) {
  std::vector<double> means;
  for (const auto& column : columns)
    means.push_back(std::accumulate(column.begin(), column.end(), 0.0) / static_cast<double>(column.size()));
  return means;
}

/// Whether the regression explains more than it would of noise, by an F test: under noise F has mean 1 and variance
/// 2/(p - 1), and is beyond four standard deviations once in a few hundred times.
bool is_beyond_noise(const SplineFit& fit, Index output) {
  constexpr double deviations = 4.0;
  const double explaining = fit.rank - 1.0, left = fit.paths - fit.rank;
  if (explaining < 1.0 || left < 1.0) return false;
  const double explained = fit.total(output) - fit.residual(output);
  const double least = 1.0 + deviations * std::sqrt(2.0 / explaining);
  return explained / explaining > least * fit.residual(output) / left;
}

/// The regressions of the gains.
struct Fits {
  std::vector<SplineFit> without_fold;  ///< On the paths outside of each fold.
  SplineFit on_all;
};

Fits fit_gains(const SplineBasis& basis, const Columns& gains, const std::vector<double>& means,
               const std::vector<int>& folds) {
  const SplineEquations none(basis.size(), std::ssize(gains));
  std::vector<SplineEquations> of_fold(randomisations, none);
  std::vector<double> centred(gains.size());
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    for (std::size_t k = 0; k < gains.size(); ++k) centred[k] = gains[k][path] - means[k];
    of_fold[static_cast<std::size_t>(folds[path])].add(row, centred);
  });
  SplineEquations all = none;
  for (const SplineEquations& one : of_fold) all += one;
  Fits fits{{}, all.solve()};
  for (const SplineEquations& one : of_fold) {
    SplineEquations others = all;
    others -= one;
    fits.without_fold.push_back(others.solve());
  }
  return fits;
}

struct Expected {
  std::size_t choice = 0;
  double gain = 0.0;
};

enum class Noise { taken_out, left_in };

/// The best option by a regression, and what it gains.
Expected best_by(const SplineFit& fit, const SplineRow& row, const std::vector<double>& means, Noise noise) {
  Expected best;
  for (std::size_t k = 0; k < means.size(); ++k) {
    const auto output = static_cast<Index>(k);
    if (noise == Noise::taken_out && !is_beyond_noise(fit, output)) continue;
    if (const double gain = means[k] + fit.value(row, output); gain > best.gain) best = {k + 1, gain};
  }
  return best;
}

}  // namespace

LearnedChoice learn_choice(const std::vector<std::span<const double>>& known, const Columns& gains,
                           const std::vector<int>& folds) {
  check(!known.empty() && known.front().size() == folds.size(), "learn_choice: not the same paths");
  const SplineBasis basis = basis_of(known);
  const std::vector<double> means = means_of(gains);
  const Fits fits = fit_gains(basis, gains, means, folds);
  LearnedChoice learned;
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    const SplineFit& others = fits.without_fold[static_cast<std::size_t>(folds[path])];
    learned.choices.push_back(best_by(others, row, means, Noise::taken_out).choice);
    learned.promised.push_back(best_by(fits.on_all, row, means, Noise::left_in).gain);
  });
  return learned;
}

std::int64_t least_paths_to_learn(std::size_t columns) {
  return std::max<std::int64_t>(8 * (static_cast<std::int64_t>(columns) + 1), 4 * randomisations);
}

}  // namespace groundwork
