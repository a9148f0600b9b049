#include "sim/statistics/cell_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/diagnostics.hpp"
#include "sim/base/page_memory.hpp"
#include "sim/statistics/quantile_curve.hpp"
#include "sim/statistics/ranked_sketch.hpp"
#include "sim/statistics/saved_counters.hpp"
#include "sim/statistics/sketch_layout.hpp"
#include "sim/statistics/skewed_pilot.hpp"
#include "sim/statistics/summarise.hpp"

namespace groundwork {

namespace {

/// Spread of a cell whose pilot shows none, over the scale of its metric: fine enough for whatever appears later.
constexpr double hidden_spread = 0x1p-16;

/// The power of two next above `sigma`, kept where its inverse is a normal number: dividing by it is exact.
void set_spread(CellMoments& moments, double sigma) {
  const int exponent = std::clamp(std::ilogb(sigma) + 1, -1000, 1000);
  moments.spread = std::ldexp(1.0, exponent);
  moments.inverse_spread = std::ldexp(1.0, -exponent);
}

bool has_spread(const CellMoments& moments) { return moments.spread > 0.0 && std::isfinite(moments.spread); }

std::size_t total(const std::vector<int>& sizes) {
  return static_cast<std::size_t>(std::accumulate(sizes.begin(), sizes.end(), 0));
}

Wave pilot_of(const Wave& wave) {
  constexpr std::size_t tiles = pilot_paths / tile_lanes;
  return {wave.tiles.first(std::min(wave.tiles.size(), tiles)), 0, std::min(wave.paths, pilot_paths)};
}

}  // namespace

CellStatistics::CellStatistics(Isa isa, std::vector<int> block_sizes, Replication replication)
    : kernels_(statistics_kernels(isa)),
      block_sizes_(std::move(block_sizes)),
      replication_(replication),
      counters_(total(block_sizes_)) {
  reserve_large(moments_, total(block_sizes_));
  moments_.resize(total(block_sizes_));
  if (replication == Replication::independent) return;
  reserve_large(replications_, moments_.size());
  replications_.resize(moments_.size());
}

CellStorage CellStatistics::storage() {
  return {moments_.data(), counters_.view(), replications_.empty() ? nullptr : replications_.data()};
}

void CellStatistics::measure_pilot(CellRange cells, const Wave& wave) {
  check(wave.first_path == 0, "the pilot begins at path 0");
  const Wave pilot = pilot_of(wave);
  CellStorage state = storage();
  kernels_.measure_pilot(state, cells, pilot);
  for (int cell = cells.first; cell < cells.last; ++cell)
    resolve_crowd_at_zero(moments_[static_cast<std::size_t>(cell)], cell, pilot);
  if (replications_.empty()) return;
  std::vector<double> sigmas;
  for (int cell = cells.first; cell < cells.last; ++cell) {
    CellMoments& moments = moments_[static_cast<std::size_t>(cell)];
    sigmas.push_back(moments.spread);
    set_spread(moments, has_spread(moments) ? moments.spread : 1.0);
  }
  state.replications = nullptr;
  kernels_.accumulate(state, cells, pilot);
  for (int cell = cells.first; cell < cells.last; ++cell) {
    place_thresholds(cell);
    clear(cell);
    moments_[static_cast<std::size_t>(cell)].spread = sigmas[static_cast<std::size_t>(cell - cells.first)];
  }
}

void CellStatistics::place_thresholds(int cell) {
  const auto index = static_cast<std::size_t>(cell);
  const RankedSketch pilot(moments_[index], counters_.view(), cell);
  for (std::size_t q = 0; q < summary_probabilities.size(); ++q)
    replications_[index].threshold[q] =
        value_at(pilot, summary_probabilities[q] * static_cast<double>(pilot.count() - 1));
}

void CellStatistics::clear(int cell) {
  const auto index = static_cast<std::size_t>(cell);
  CellMoments& moments = moments_[index];
  if (moments.minimum <= moments.maximum) {
    const int first = moments.bucket_of(moments.minimum);
    const int last = moments.bucket_of(moments.maximum);
    const CellCounters counters = counters_.view();
    counters.for_each(cell, first, last, [&](int bucket, std::uint32_t count) {
      if (count != 0) counters.set(cell, bucket, 0);
    });
  }
  CellMoments fresh;
  fresh.centre = moments.centre;
  moments = fresh;
}

void CellStatistics::settle_pilot() {
  std::size_t first = 0;
  for (const int size : block_sizes_) {
    settle_block(first, first + static_cast<std::size_t>(size));
    first += static_cast<std::size_t>(size);
  }
}

void CellStatistics::settle_block(std::size_t first, std::size_t last) {
  double scale = 0.0;
  for (std::size_t cell = first; cell < last; ++cell)
    for (const double size : {moments_[cell].spread, std::fabs(moments_[cell].centre)})
      if (std::isfinite(size)) scale = std::max(scale, size);
  const double fallback = hidden_spread * (scale > 0.0 ? scale : 1.0);
  for (std::size_t cell = first; cell < last; ++cell) {
    CellMoments& moments = moments_[cell];
    set_spread(moments, has_spread(moments) ? moments.spread : fallback);
  }
}

void CellStatistics::add(CellRange cells, const Wave& wave) { kernels_.accumulate(storage(), cells, wave); }

void CellStatistics::save(ByteWriter& out) const {
  out.array(std::span<const CellMoments>(moments_));
  out.array(std::span<const CellReplications>(replications_));
  for (std::size_t cell = 0; cell < moments_.size(); ++cell)
    save_counters(moments_[cell], counters_.view(), static_cast<std::ptrdiff_t>(cell), out);
}

void CellStatistics::load(ByteReader& in) {
  in.array(std::span(moments_));
  in.array(std::span(replications_));
  for (std::size_t cell = 0; cell < moments_.size(); ++cell)
    load_counters(counters_.view(), static_cast<std::ptrdiff_t>(cell), in);
}

double CellStatistics::quantile_error_bound(int cell, double value) const {
  const CellMoments& moments = moments_[static_cast<std::size_t>(cell)];
  return (moments.spread + std::fabs(value - moments.centre)) / (1 << sketch_mantissa_bits);
}

RankIntervals CellStatistics::randomised_intervals(std::size_t cell, std::int64_t defined) const {
  const CellReplications& replications = replications_[cell];
  RankIntervals intervals;
  for (std::size_t q = 0; q < intervals.size(); ++q) {
    const double p = summary_probabilities[q];
    const double error = share_standard_error(replications.below[q], moments_[cell].defined(), p);
    intervals[q] = randomised_interval(defined, p, error);
  }
  return intervals;
}

Summary CellStatistics::summarise_cell(std::size_t cell, std::int64_t paths,
                                       const OrderStatisticIntervals& intervals) const {
  const CellMoments& moments = moments_[cell];
  Summary summary;
  const std::array<double, randomisations> defined = moments.defined();
  set_moments({moments.centre, moments.sum, moments.sum_of_squares, defined}, paths, replication_, summary);
  const RankedSketch values(moments, counters_.view(), static_cast<std::ptrdiff_t>(cell));
  const bool independent = replication_ == Replication::independent;
  set_quantiles(values, independent ? intervals.of(summary.defined) : randomised_intervals(cell, summary.defined),
                summary);
  if (summary.defined == 0) return summary;
  summary.share_at_minimum = moments.at_minimum / static_cast<double>(summary.defined);
  summary.share_at_maximum = moments.at_maximum / static_cast<double>(summary.defined);
  return summary;
}

std::vector<Summary> CellStatistics::summaries(CellRange cells, std::int64_t paths,
                                               const OrderStatisticIntervals& intervals) const {
  std::vector<Summary> found;
  found.reserve(static_cast<std::size_t>(cells.last - cells.first));
  for (int cell = cells.first; cell < cells.last; ++cell)
    found.push_back(summarise_cell(static_cast<std::size_t>(cell), paths, intervals));
  return found;
}

std::vector<double> CellStatistics::curve(int cell) const {
  return quantile_curve(RankedSketch(moments_[static_cast<std::size_t>(cell)], counters_.view(), cell));
}

Summary CellStatistics::summary(int cell, std::int64_t paths) const {
  return summarise_cell(static_cast<std::size_t>(cell), paths, {});
}

}  // namespace groundwork
