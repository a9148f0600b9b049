#include "sim/statistics/accumulate.hpp"
#include "sim/statistics/counter_of.hpp"
#include "sim/statistics/fetch_ahead.hpp"
#include "sim/statistics/path_rows.hpp"
#include "sim/statistics/sketch_layout.hpp"

namespace groundwork {

namespace {

/// Least and greatest defined values, lane by lane.
template <class Real>
struct Extremes {
  Real low = Real(std::numeric_limits<double>::infinity());
  Real high = Real(-std::numeric_limits<double>::infinity());

  void add(Real value) {
    low = min(value, low);  // keeps the second if the first is NaN
    high = max(value, high);
  }
  double minimum() const {
    double lanes[lanes_of<Real>], found = std::numeric_limits<double>::infinity();
    store(lanes, low);
    for (const double lane : lanes) found = min(lane, found);
    return found;
  }
  double maximum() const {
    double lanes[lanes_of<Real>], found = -std::numeric_limits<double>::infinity();
    store(lanes, high);
    for (const double lane : lanes) found = max(lane, found);
    return found;
  }
};

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

/// One cell being worked on.
struct Work {
  const PathRows& rows;
  const Counting& counting;
  const Ahead& ahead;
};

/// Adds columns `column` … `column + lanes - 1` to everything but the extremes, which are only collected.
template <class Real>
inline void add_columns(const Work& work, int column, CellMoments& moments, Extremes<Real>& extremes) {
  const CounterOf<Real> counter_of(work.counting, moments.inverse_spread);
  std::uint32_t* const counters = work.counting.counters;
  const Real centre(moments.centre);
  Real sum = load<Real>(moments.sum + column), squares = load<Real>(moments.sum_of_squares + column);
  Real defined = load<Real>(moments.defined + column);
  for (int row = 0; row < work.rows.rows; ++row) {
    if (column % tile_lanes == 0) work.ahead.fetch(2 * row + column / tile_lanes);
    const Real value = load<Real>(work.rows.values + row * randomisations + column);
    extremes.add(value);
    const Mask<Real> is_defined = value == value;
    const Real distance = value - centre, counted = select(is_defined, distance, Real(0.0));
    sum += counted;
    squares += counted * counted;
    defined += select(is_defined, Real(1.0), Real(0.0));
    const Bits<Real> counter = counter_of(distance, is_defined);
    std::int64_t index[lanes_of<Real>];
    std::memcpy(index, &counter, sizeof index);
#pragma GCC unroll 8
    for (int lane = 0; lane < lanes_of<Real>; ++lane) ++counters[index[lane]];
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
inline void add_extremes(const PathRows& rows, double minimum, double maximum, CellMoments& moments) {
  if (minimum <= moments.minimum) {
    const double before = minimum < moments.minimum ? 0.0 : moments.at_minimum;
    moments.at_minimum = before + count_equal<Real>(rows, minimum);
    moments.minimum = minimum;
  }
  if (maximum >= moments.maximum) {
    const double before = maximum > moments.maximum ? 0.0 : moments.at_maximum;
    moments.at_maximum = before + count_equal<Real>(rows, maximum);
    moments.maximum = maximum;
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
  Extremes<Real> extremes;
  for (int column = 0; column < randomisations; column += lanes_of<Real>)
    add_columns<Real>({rows, counting, ahead}, column, moments, extremes);
  settle_counters(cell, counting.crowded, state.counters);
  add_extremes<Real>(rows, extremes.minimum(), extremes.maximum(), moments);
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
