#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "sim/statistics/sketch_layout.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// What is known of a cell besides its sketch. Sums are of distances from the centre, one accumulator for each path
/// number modulo 16: the same additions in the same order at every vector width, and one sum per randomisation.
struct alignas(64) CellMoments {
  double sum[randomisations] = {};
  double sum_of_squares[randomisations] = {};
  /// In the unit of the cell. A centre of zero is stored as -0.0, so that no distance is -0.0.
  double centre = -0.0;
  double spread = 0.0;  ///< A power of two; 0 as long as the pilot has shown none.
  double inverse_spread = 0.0;
  double minimum = std::numeric_limits<double>::infinity();
  double maximum = -std::numeric_limits<double>::infinity();
  double at_minimum = 0.0;  ///< Values equal to the minimum.
  double at_maximum = 0.0;
  double whole_rows = 0.0;                ///< Rows of 16 values of which all were defined.
  double in_others[randomisations] = {};  ///< Defined values in the other rows. Counts are exact up to 2^53.

  /// Defined values of each randomisation.
  std::array<double, randomisations> defined() const {
    std::array<double, randomisations> counts;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = whole_rows + in_others[i];
    return counts;
  }
};

/// For designs of several randomisations: how many values of each lie at or below some thresholds, which are the
/// pilot's quantiles. Their scatter gives the error of a quantile.
struct alignas(64) CellReplications {
  double below[summary_quantiles][randomisations] = {};
  double threshold[summary_quantiles] = {};
};

/// The sketch counters of all cells. A kernel counts close values in 16 bits, which are added to the 32 of the close
/// counters before they overflow; a run that ends before needs none of those.
struct CellCounters {
  static constexpr int close_count = 2 * sketch_close;
  /// Buckets that are laid out together: the even ones first, so that a kernel adds bytes to recent counters without
  /// moving any (sim/statistics/strips.hpp).
  static constexpr int group = 64;
  /// Paths that a kernel adds at once, at most.
  static constexpr int most_at_once = 512;

  std::uint16_t* recent = nullptr;  ///< The first recent counter of cell 0.
  std::uint32_t* close = nullptr;   ///< The first other one of its close buckets; null before any is needed.
  std::uint32_t* far = nullptr;     ///< That of bucket 0, of the buckets that are not close.

  std::uint16_t* recent_of(std::ptrdiff_t cell) const { return recent + cell * close_count; }
  std::uint32_t* close_of(std::ptrdiff_t cell) const { return close + cell * close_count; }
  std::uint32_t& far_at(std::ptrdiff_t cell, int bucket) const { return far[cell * sketch_counters + bucket]; }

  static bool is_close(int bucket) { return static_cast<unsigned>(bucket + sketch_close) < close_count; }
  /// Where a close bucket is among a cell's close or recent counters.
  static unsigned place_of(int bucket) {
    constexpr unsigned buckets = group, half = group / 2;
    const auto place = static_cast<unsigned>(bucket + sketch_close), in_group = place % buckets;
    return place - in_group + in_group % 2 * half + in_group / 2;
  }
  std::uint32_t count(std::ptrdiff_t cell, int bucket) const {
    if (!is_close(bucket)) return far_at(cell, bucket);
    const unsigned place = place_of(bucket);
    return (close != nullptr ? close_of(cell)[place] : 0) + recent_of(cell)[place];
  }
  void set(std::ptrdiff_t cell, int bucket, std::uint32_t count) const {
    if (!is_close(bucket)) {
      far_at(cell, bucket) = count;
      return;
    }
    const unsigned place = place_of(bucket);
    if (close != nullptr) close_of(cell)[place] = count;
    recent_of(cell)[place] = close != nullptr ? std::uint16_t{0} : static_cast<std::uint16_t>(count);
  }
  /// How often recent counts have been added to the others after the first `paths`; then none exceeds 16 bits.
  static std::int64_t times_drained(std::int64_t paths) { return paths / ((1 << 16) - most_at_once); }
  /// Whether they are to be added after these paths.
  static bool fill_up(std::int64_t first_path, int paths) {
    return times_drained(first_path) != times_drained(first_path + paths);
  }
  /// Adds what is recent to the others.
  void drain(std::ptrdiff_t cell) const {
    for (int place = 0; place < close_count; ++place) {
      close_of(cell)[place] += recent_of(cell)[place];
      recent_of(cell)[place] = 0;
    }
  }
};

/// The state of all cells, as the kernels see it.
struct CellStorage {
  CellMoments* moments = nullptr;
  CellCounters counters;
  CellReplications* replications = nullptr;  ///< Null for independent paths.
};

}  // namespace groundwork
