#include "sim/analysis/value/learned_choice.hpp"

#include <algorithm>
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

/// The regression on the paths outside of each fold.
std::vector<SplineFit> fits_without_each(const SplineBasis& basis, const Columns& gains,
                                         const std::vector<double>& means, const std::vector<int>& folds) {
  const SplineEquations none(basis.size(), std::ssize(gains));
  std::vector<SplineEquations> of_fold(randomisations, none);
  std::vector<double> centred(gains.size());
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    for (std::size_t k = 0; k < gains.size(); ++k) centred[k] = gains[k][path] - means[k];
    of_fold[static_cast<std::size_t>(folds[path])].add(row, centred);
  });
  SplineEquations all = none;
  for (const SplineEquations& one : of_fold) all += one;
  std::vector<SplineFit> fits;
  for (const SplineEquations& one : of_fold) {
    SplineEquations others = all;
    others -= one;
    fits.push_back(others.solve());
  }
  return fits;
}

}  // namespace

std::vector<std::size_t> learned_choices(const std::vector<std::span<const double>>& known, const Columns& gains,
                                         const std::vector<int>& folds) {
  check(!known.empty() && known.front().size() == folds.size(), "learned_choices: not the same paths");
  const SplineBasis basis = basis_of(known);
  const std::vector<double> means = means_of(gains);
  const std::vector<SplineFit> fits = fits_without_each(basis, gains, means, folds);
  std::vector<std::size_t> choices(folds.size(), 0);
  basis.for_each_path([&](std::size_t path, const SplineRow& row) {
    const SplineFit& fit = fits[static_cast<std::size_t>(folds[path])];
    double best = 0.0;
    for (std::size_t k = 0; k < gains.size(); ++k)
      if (const double expected = means[k] + fit.value(row, static_cast<Index>(k)); expected > best) {
        best = expected;
        choices[path] = k + 1;
      }
  });
  return choices;
}

std::int64_t least_paths_to_learn(std::size_t columns) {
  return std::max<std::int64_t>(8 * (static_cast<std::int64_t>(columns) + 1), 4 * randomisations);
}

}  // namespace groundwork
