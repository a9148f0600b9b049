#include "sim/statistics/accumulate.hpp"
#include "sim/statistics/counter_of.hpp"
#include "sim/statistics/fetch_ahead.hpp"
#include "sim/statistics/path_rows.hpp"
#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

namespace {

/// A bucket that two successive paths share, or some bucket. One that takes a good part of the values (an atom such as
/// "no overrun") is found nearly always.
inline std::int64_t crowded_bucket(const PathRows& rows, const CellMoments& moments) {
  std::int64_t before = sketch_counters, bucket = 0;
  for (int i = 0; i < 2 * randomisations && i < rows.rows * randomisations; ++i) {
    if (rows.values[i] != rows.values[i]) continue;
    bucket = sketch_bucket_of(rows.values[i] - moments.centre, moments.inverse_spread);
    if (bucket == before) break;
    before = bucket;
  }
  return bucket;
}

/// Whether all values lie among the close buckets.
inline bool are_close(const PathRows& rows, const CellMoments& moments) {
  const auto is_close = [&](double value) {
    return sketch_magnitude(value - moments.centre, moments.inverse_spread) < far_magnitude;
  };
  return is_close(rows.minimum) && is_close(rows.maximum);
}

/// One cell being worked on.
struct Work {
  const PathRows& rows;
  const Counting& counting;
  const Ahead& ahead;
};

/// Adds columns `column` … `column + lanes - 1` to everything but the extremes.
template <class Real>
inline void add_columns(const Work& work, int column, CellMoments& moments) {
  const CounterOf<Real> counter_of(work.counting, moments.inverse_spread);
  const Real centre(moments.centre);
  Real sum = load<Real>(moments.sum + column), squares = load<Real>(moments.sum_of_squares + column);
  Real defined = load<Real>(moments.defined + column);
  for (int row = 0; row < work.rows.rows; ++row) {
    if (column % tile_lanes == 0) work.ahead.fetch_values(2 * row + column / tile_lanes);
    if (column == 0) work.ahead.fetch_state(row);
    const Real value = load<Real>(work.rows.values + row * randomisations + column);
    const Mask<Real> is_defined = value == value;
    const Real distance = value - centre, counted = select(is_defined, distance, Real(0.0));
    sum += counted;
    squares += counted * counted;
    defined += select(is_defined, Real(1.0), Real(0.0));
    const Bits<Real> counter = counter_of(distance, is_defined);
    std::int64_t index[lanes_of<Real>];
    std::memcpy(index, &counter, sizeof index);
    for (int lane = 0; lane < lanes_of<Real>; ++lane) ++work.counting.counters[index[lane]];
  }
  store(moments.sum + column, sum);
  store(moments.sum_of_squares + column, squares);
  store(moments.defined + column, defined);
}

/// Counters of a cell's values in path order, counted from the lowest close one.
struct Places {
  alignas(64) std::uint32_t of[chunk_tiles * tile_lanes];
};

/// Counts the places of one row.
inline void count_row(const Places& places, int row, std::uint32_t* lowest) {
#pragma GCC unroll 16
  for (int i = 0; i < randomisations; ++i) ++lowest[places.of[row * randomisations + i]];
}

/// Adds all values, if all are defined and close to the centre, as they nearly always are. Rows are counted some time
/// after their places were found, so that neither waits for the other.
template <class Real>
inline void add_close_values(const Work& work, CellMoments& moments) {
  constexpr int groups = randomisations / lanes_of<Real>, lag = 4;
  const CounterOf<Real> counter_of(work.counting, moments.inverse_spread);
  const Real centre(moments.centre);
  std::uint32_t* const lowest = work.counting.counters - sketch_close;
  Places places;
  Real sum[groups], squares[groups];
  for (int group = 0; group < groups; ++group) {
    sum[group] = load<Real>(moments.sum + group * lanes_of<Real>);
    squares[group] = load<Real>(moments.sum_of_squares + group * lanes_of<Real>);
  }
  const int rows = work.rows.rows;
  for (int row = 0; row < rows; ++row) {
    work.ahead.fetch_values(2 * row);
    work.ahead.fetch_values(2 * row + 1);
    work.ahead.fetch_state(row);
    for (int group = 0; group < groups; ++group) {
      const int i = row * randomisations + group * lanes_of<Real>;
      const Real distance = load<Real>(work.rows.values + i) - centre;
      sum[group] += distance;
      squares[group] += distance * distance;
      store_low_halves<Real>(places.of + i, counter_of.close(distance) + std::uint64_t{sketch_close});
    }
    if (row >= lag) count_row(places, row - lag, lowest);
  }
  for (int row = rows > lag ? rows - lag : 0; row < rows; ++row) count_row(places, row, lowest);
  for (int group = 0; group < groups; ++group) {
    const int column = group * lanes_of<Real>;
    store(moments.sum + column, sum[group]);
    store(moments.sum_of_squares + column, squares[group]);
    store(moments.defined + column, load<Real>(moments.defined + column) + Real(double(rows)));
  }
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
  if (rows.minimum <= moments.minimum) {
    const double before = rows.minimum < moments.minimum ? 0.0 : moments.at_minimum;
    moments.at_minimum = before + count_equal<Real>(rows, rows.minimum);
    moments.minimum = rows.minimum;
  }
  if (rows.maximum >= moments.maximum) {
    const double before = rows.maximum > moments.maximum ? 0.0 : moments.at_maximum;
    moments.at_maximum = before + count_equal<Real>(rows, rows.maximum);
    moments.maximum = rows.maximum;
  }
}

template <class Real>
inline void add_replications(const PathRows& rows, int column, CellReplications& replications) {
  Real below[summary_quantiles];
  for (int q = 0; q < summary_quantiles; ++q) below[q] = load<Real>(replications.below[q] + column);
  for (int row = 0; row < rows.rows; ++row) {
    const Real value = load<Real>(rows.values + row * randomisations + column);
#pragma GCC unroll 9
    for (int q = 0; q < summary_quantiles; ++q)
      below[q] += select(value <= Real(replications.threshold[q]), Real(1.0), Real(0.0));
  }
  for (int q = 0; q < summary_quantiles; ++q) store(replications.below[q] + column, below[q]);
}

template <class Real>
inline void add_cell(const PathRows& rows, std::ptrdiff_t cell, const CellStorage& state, const Ahead& ahead) {
  CellMoments& moments = state.moments[cell];
  const Counting counting{state.counters.close_of(cell), state.counters.to_far(cell), crowded_bucket(rows, moments)};
  const Work work{rows, counting, ahead};
  if (rows.is_complete && are_close(rows, moments)) {
    add_close_values<Real>(work, moments);
  } else {
    for (int column = 0; column < randomisations; column += lanes_of<Real>) add_columns<Real>(work, column, moments);
  }
  settle_counters(cell, counting.crowded, state.counters);
  add_extremes<Real>(rows, moments);
  if (state.replications != nullptr)
    for (int column = 0; column < randomisations; column += lanes_of<Real>)
      add_replications<Real>(rows, column, state.replications[cell]);
}

void accumulate(const CellStorage& state, CellRange cells, const Wave& wave) {
  PathRows rows;
  for (int index = 0; index < chunks_of(wave); ++index) {
    const Chunk chunk = chunk_of(wave, index);
    for (int cell = cells.first; cell < cells.last; ++cell) {
      const int next = cell + cells_ahead < cells.last ? cell + cells_ahead : cell;
      gather<Native>(chunk, cell, rows);
      add_cell<Native>(rows, cell, state, Ahead(chunk, state, next));
    }
  }
}

}  // namespace

template <>
CellKernel accumulate_kernel<native_isa>() {
  return accumulate;
}

}  // namespace groundwork
