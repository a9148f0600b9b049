#pragma once

#include <algorithm>
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

  /// Where the sketch counts a value.
  int bucket_of(double value) const { return sketch_bucket_of(value - centre, inverse_spread); }
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

/// The sketch counters of all cells. A kernel counts close values in 16 bits; what becomes too many for these is moved
/// to the 32 bits that every bucket has.
struct CellCounters {
  static constexpr int close_count = 2 * sketch_close;
  /// Buckets that are laid out together: the even ones first, so that a kernel adds bytes to recent counters without
  /// moving any (sim/statistics/strips.hpp).
  static constexpr int group = 64;
  /// Paths that a kernel adds at once, at most.
  static constexpr int most_at_once = 512;

  std::uint16_t* recent = nullptr;  ///< The first counter of the close buckets of cell 0.
  std::uint32_t* wide = nullptr;    ///< That of bucket 0, of all buckets.
  bool* has_moved = nullptr;        ///< By cell, whether wide counters of close buckets are in use.

  std::uint16_t* recent_of(std::ptrdiff_t cell) const { return recent + cell * close_count; }
  std::uint32_t& wide_at(std::ptrdiff_t cell, int bucket) const { return wide[cell * sketch_counters + bucket]; }

  static bool is_close(int bucket) { return static_cast<unsigned>(bucket + sketch_close) < close_count; }
  /// Where a close bucket is among a cell's recent counters.
  static unsigned place_of(int bucket) {
    constexpr unsigned buckets = group, half = group / 2;
    const auto place = static_cast<unsigned>(bucket + sketch_close), in_group = place % buckets;
    return place - in_group + in_group % 2 * half + in_group / 2;
  }
  /// Visits buckets and counts in ascending order: those from `first` to `last`, and beside them some close ones.
  template <class Visit>
  void for_each(std::ptrdiff_t cell, int first, int last, Visit&& visit) const {
    for (int bucket = first; bucket <= std::min(last, -sketch_close - 1); ++bucket)
      visit(bucket, wide_at(cell, bucket));
    for_each_close(cell, std::max(first, -sketch_close), std::min(last, sketch_close - 1), visit);
    for (int bucket = std::max(first, sketch_close); bucket <= last; ++bucket) visit(bucket, wide_at(cell, bucket));
  }
  void set(std::ptrdiff_t cell, int bucket, std::uint32_t count) const {
    if (!is_close(bucket)) {
      wide_at(cell, bucket) = count;
      return;
    }
    std::uint16_t& recent_count = recent_of(cell)[place_of(bucket)];
    recent_count = static_cast<std::uint16_t>(count < many ? count : 0);
    if (count >= many) has_moved[cell] = true;
    if (has_moved[cell]) wide_at(cell, bucket) = count - recent_count;
  }
  /// Whether what is many is to be moved after these paths; then no recent counter exceeds 16 bits.
  static bool fill_up(std::int64_t first_path, int paths) {
    constexpr std::int64_t room = (1 << 16) - many - most_at_once;
    return first_path / room != (first_path + paths) / room;
  }
  void move_many(std::ptrdiff_t cell) const {
    for (int bucket = -sketch_close; bucket < sketch_close; ++bucket) {
      std::uint16_t& recent_count = recent_of(cell)[place_of(bucket)];
      if (recent_count < many) continue;
      has_moved[cell] = true;
      wide_at(cell, bucket) += recent_count;
      recent_count = 0;
    }
  }

 private:
  static constexpr std::uint32_t many = 1 << 15;

  /// Whole groups, in which the even buckets are before the odd ones.
  template <class Visit>
  void for_each_close(std::ptrdiff_t cell, int first, int last, Visit&& visit) const {
    constexpr int half = group / 2;
    const bool moved = has_moved[cell];
    for (int from = first - (first + sketch_close) % group; from <= last; from += group) {
      const std::uint16_t* const even = recent_of(cell) + from + sketch_close;
      for (int i = 0, bucket = from; i < half; ++i, bucket += 2) {
        visit(bucket, even[i] + (moved ? wide_at(cell, bucket) : 0));
        visit(bucket + 1, even[half + i] + (moved ? wide_at(cell, bucket + 1) : 0));
      }
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
