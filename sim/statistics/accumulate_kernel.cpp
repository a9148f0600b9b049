#include "sim/statistics/accumulate.hpp"
#include "sim/statistics/path_rows.hpp"
#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

namespace {

struct Extremes {
  double minimum = std::numeric_limits<double>::infinity();
  double maximum = -std::numeric_limits<double>::infinity();
};

/// `yes` where the mask is set, `no` elsewhere.
template <class Real>
inline Bits<Real> pick(Mask<Real> mask, Bits<Real> yes, Bits<Real> no) {
  if constexpr (lanes_of<Real> == 1)
    return mask ? yes : no;
  else
    return mask.lanes ? yes : no;
}

/// 0, 1, 2, … in the lanes, from `first` on.
template <class Real>
inline Bits<Real> counting_from(int first) {
  std::uint64_t numbers[lanes_of<Real>];
  for (int lane = 0; lane < lanes_of<Real>; ++lane)
    numbers[lane] = static_cast<std::uint64_t>(static_cast<std::int64_t>(first + lane));
  Bits<Real> bits;
  std::memcpy(&bits, numbers, sizeof bits);
  return bits;
}

/// A bucket that two neighbouring paths share, or some bucket. One that takes a good part of the values (an atom such
/// as "no overrun") is likely found.
inline std::int64_t crowded_bucket(const PathRows& rows, const CellMoments& moments) {
  std::int64_t before = 0, bucket = 0;
  for (int i = 0; i < tile_lanes; ++i, before = bucket) {
    bucket = sketch_bucket_of(rows.values[i] - moments.centre, moments.inverse_spread);
    if (i > 0 && bucket == before) break;
  }
  return bucket;
}

/// Where to count the values of one cell.
struct Counting {
  std::uint32_t* counters;  ///< The close ones.
  std::ptrdiff_t to_far;
  std::int64_t crowded;  ///< Bucket.
};

/// Adds columns `column` … `column + lanes - 1`. Incrementing one counter over and over waits for memory each time, so
/// the crowded bucket is counted lane by lane in counters 0 … 7, and what is undefined in counters -8 … -1.
template <class Real>
inline void add_columns(const PathRows& rows, int column, const Counting& counting, CellMoments& moments) {
  const Real centre(moments.centre), inverse_spread(moments.inverse_spread);
  const Bits<Real> crowded_lanes = counting_from<Real>(0), undefined_lanes = counting_from<Real>(-sketch_gap);
  const Bits<Real> crowded_bits = Bits<Real>{} + static_cast<std::uint64_t>(counting.crowded);
  const Bits<Real> to_far = Bits<Real>{} + static_cast<std::uint64_t>(counting.to_far);
  Real sum = load<Real>(moments.sum + column), squares = load<Real>(moments.sum_of_squares + column);
  Real defined = load<Real>(moments.defined + column);
  const Real far_magnitude(1.0 + sketch_edge(sketch_close - sketch_gap));
  for (int row = 0; row < rows.rows; ++row) {
    const Real value = load<Real>(rows.values + row * randomisations + column);
    const auto is_defined = value == value;
    const Real distance = value - centre;
    const Real counted = select(is_defined, distance, Real(0.0));
    sum += counted;
    squares += counted * counted;
    defined += select(is_defined, Real(1.0), Real(0.0));
    const Real magnitude = sketch_magnitude(distance, inverse_spread);
    const Bits<Real> bucket = sketch_bucket(distance, magnitude);
    const auto is_far = magnitude >= far_magnitude;
    const Bits<Real> place = pick<Real>(is_far, bucket + to_far, bucket);
    const Bits<Real> spread_out = bucket == crowded_bits ? crowded_lanes : place;
    const Bits<Real> counter = pick<Real>(is_defined, spread_out, undefined_lanes);
    std::int64_t index[lanes_of<Real>];
    std::memcpy(index, &counter, sizeof index);
    for (int lane = 0; lane < lanes_of<Real>; ++lane) ++counting.counters[index[lane]];
  }
  store(moments.sum + column, sum);
  store(moments.sum_of_squares + column, squares);
  store(moments.defined + column, defined);
}

/// Puts the kernel's own counters where they belong.
inline void settle_counters(std::ptrdiff_t cell, std::int64_t crowded, const CellCounters& counters) {
  std::uint32_t* own = counters.close_of(cell);
  std::uint32_t count = 0;
  for (int i = 0; i < sketch_gap; ++i) count += own[i];
  for (int i = -sketch_gap; i < sketch_gap; ++i) own[i] = 0;
  if (count > 0) counters.at(cell, static_cast<int>(crowded)) += count;
}

template <class Real>
inline Extremes extremes_of(const PathRows& rows) {
  Extremes found;
  Real low(found.minimum), high(found.maximum);
  for (int i = 0; i < rows.rows * randomisations; i += lanes_of<Real>) {
    const Real value = load<Real>(rows.values + i);
    low = min(value, low);  // keeps the second if the first is NaN
    high = max(value, high);
  }
  double lows[lanes_of<Real>], highs[lanes_of<Real>];
  store(lows, low);
  store(highs, high);
  for (int lane = 0; lane < lanes_of<Real>; ++lane)
    found = {min(found.minimum, lows[lane]), max(found.maximum, highs[lane])};
  return found;
}

template <class Real>
inline double count_equal(const PathRows& rows, double to) {
  Real count(0.0);
  for (int i = 0; i < rows.rows * randomisations; i += lanes_of<Real>)
    count += select(load<Real>(rows.values + i) == Real(to), Real(1.0), Real(0.0));
  double counts[lanes_of<Real>], total = 0.0;
  store(counts, count);
  for (const double lane : counts) total += lane;
  return total;
}

/// Values equal to an extreme are counted in a second look, which only a new or shared extreme needs.
template <class Real>
inline void add_extremes(const PathRows& rows, CellMoments& moments) {
  const Extremes found = extremes_of<Real>(rows);
  if (found.minimum <= moments.minimum) {
    const double before = found.minimum < moments.minimum ? 0.0 : moments.at_minimum;
    moments.at_minimum = before + count_equal<Real>(rows, found.minimum);
    moments.minimum = found.minimum;
  }
  if (found.maximum >= moments.maximum) {
    const double before = found.maximum > moments.maximum ? 0.0 : moments.at_maximum;
    moments.at_maximum = before + count_equal<Real>(rows, found.maximum);
    moments.maximum = found.maximum;
  }
}

template <class Real>
inline void add_replications(const PathRows& rows, int column, CellReplications& replications) {
  Real below[summary_quantiles];
  for (int q = 0; q < summary_quantiles; ++q) below[q] = load<Real>(replications.below[q] + column);
  for (int row = 0; row < rows.rows; ++row) {
    const Real value = load<Real>(rows.values + row * randomisations + column);
    for (int q = 0; q < summary_quantiles; ++q)
      below[q] += select(value <= Real(replications.threshold[q]), Real(1.0), Real(0.0));
  }
  for (int q = 0; q < summary_quantiles; ++q) store(replications.below[q] + column, below[q]);
}

template <class Real>
inline void add_cell(const PathRows& rows, std::ptrdiff_t cell, const CellStorage& state) {
  CellMoments& moments = state.moments[cell];
  const Counting counting{state.counters.close_of(cell), state.counters.to_far(cell), crowded_bucket(rows, moments)};
  for (int column = 0; column < randomisations; column += lanes_of<Real>)
    add_columns<Real>(rows, column, counting, moments);
  settle_counters(cell, counting.crowded, state.counters);
  add_extremes<Real>(rows, moments);
  if (state.replications != nullptr)
    for (int column = 0; column < randomisations; column += lanes_of<Real>)
      add_replications<Real>(rows, column, state.replications[cell]);
}

/// Asks for the memory that a cell will write: its moments, and its counters for |u| < 7, where nearly all values fall.
inline void prefetch_state(const CellStorage& state, std::ptrdiff_t cell) {
  constexpr int line = 64, reach = sketch_gap + (3 << sketch_mantissa_bits);
  const char* moments = reinterpret_cast<const char*>(state.moments + cell);
  for (std::size_t at = 0; at < sizeof(CellMoments); at += line) __builtin_prefetch(moments + at, 1);
  const std::uint32_t* counters = state.counters.close_of(cell);
  for (int at = -reach; at < reach; at += line / static_cast<int>(sizeof *counters))
    __builtin_prefetch(counters + at, 1);
}

void accumulate(const CellStorage& state, CellRange cells, const Wave& wave) {
  PathRows rows;
  for (int index = 0; index < chunks_of(wave); ++index) {
    const Chunk chunk = chunk_of(wave, index);
    for (int cell = cells.first; cell < cells.last; ++cell) {
      const int ahead = cell + cells_ahead < cells.last ? cell + cells_ahead : cell;
      prefetch_state(state, ahead);
      gather<Native>(chunk, cell, ahead, rows);
      add_cell<Native>(rows, cell, state);
    }
  }
}

}  // namespace

template <>
CellKernel accumulate_kernel<native_isa>() {
  return accumulate;
}

}  // namespace groundwork
