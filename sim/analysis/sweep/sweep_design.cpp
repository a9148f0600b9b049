#include "sim/analysis/sweep/sweep_design.hpp"

#include <algorithm>

#include "sim/base/diagnostics.hpp"
#include "sim/random/latin_hypercube.hpp"
#include "sim/random/stream.hpp"
#include "sim/random/uniform.hpp"
#include "sim/scenario/sweep/point_count.hpp"

namespace groundwork {

namespace {

/// A place in (0, 1) for point `point` of a Latin hypercube.
double place_of(const std::string& name, std::uint64_t seed, std::int64_t points, std::int64_t point) {
  const StreamKey stream{stream_id("sweep." + name), 0};
  const StrataGrid grid(points);
  const StrataPermutation<double> permutation(grid, seed, stream, 0);
  const auto number = static_cast<std::uint64_t>(point);
  const double jitter = uniform_from_bits<double>(philox_bits<double>(seed, stream, number));
  return within_stratum<double>(permutation(grid, number), jitter, grid.strata);
}

}  // namespace

SweepDesign::SweepDesign(const SweepFile& sweep)
    : factors_(sweep.factors),
      kind_(sweep.kind),
      seed_(sweep.seed),
      points_(kind_ == SweepKind::grid ? static_cast<std::int64_t>(grid_points(factors_)) : sweep.points) {
  check(points_ >= 1 && points_ <= most_sweep_points, "SweepDesign: number of points out of range");
}

SweepLevel SweepDesign::hypercube_level(const SweepFactor& factor, std::int64_t point) const {
  const double place = place_of(factor.inputs.front().key, seed_, points_, point);
  if (factor.range) return factor.range->at(place);
  const auto levels = factor.levels.size();
  const auto level = static_cast<std::size_t>(place * static_cast<double>(levels));
  return factor.levels[std::min(level, levels - 1)];
}

std::vector<std::string> SweepDesign::values(std::int64_t point) const {
  check(point >= 0 && point < points_, "SweepDesign: no such point");
  std::vector<SweepLevel> levels(factors_.size());
  std::int64_t rest = point;
  for (std::size_t i = factors_.size(); i-- > 0;) {
    const auto count = std::ssize(factors_[i].levels);
    if (kind_ == SweepKind::latin_hypercube) {
      levels[i] = hypercube_level(factors_[i], point);
    } else {
      levels[i] = factors_[i].levels[static_cast<std::size_t>(rest % count)];
      rest /= count;
    }
  }
  std::vector<std::string> values;
  for (const SweepLevel& level : levels) values.insert(values.end(), level.values.begin(), level.values.end());
  return values;
}

}  // namespace groundwork
