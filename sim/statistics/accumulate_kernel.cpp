#include "sim/statistics/accumulate.hpp"

#include <utility>

#include "sim/statistics/fetch_ahead.hpp"
#include "sim/statistics/look.hpp"
#include "sim/statistics/path_rows.hpp"
#include "sim/statistics/sketch_layout.hpp"
#include "sim/statistics/strips.hpp"
#include "sim/statistics/tile_rows.hpp"

namespace groundwork {

namespace {

static_assert(sizeof(PathRows::values) / sizeof(double) <= Strips::most_values);
static_assert(chunk_tiles * tile_lanes <= CellCounters::most_at_once);

template <class Real, class Rows>
inline void write_sums(const Rows& rows, const Sums<Real>& sums, CellMoments& moments) {
  for (int group = 0; group < groups<Real>; ++group) {
    const int column = group * lanes_of<Real>;
    store(moments.sum + column, sums.distance[group]);
    store(moments.sum_of_squares + column, sums.squares[group]);
    if constexpr (Rows::may_lack)
      store(moments.in_others + column, load<Real>(moments.in_others + column) + sums.defined[group]);
  }
  if constexpr (!Rows::may_lack) moments.whole_rows += rows.count;
}

/// Finds the values that are defined and not close. Their counters are fetched, while the next cell is looked at.
template <class Real, class Rows>
inline void find_far(const Rows& rows, const CellStorage& state, Places& places) {
  const Real centre(state.moments[places.cell].centre), inverse_spread(state.moments[places.cell].inverse_spread);
  int count = 0;
  for (int row = 0; row < rows.count; ++row)
    for (int column = 0; column < randomisations; column += lanes_of<Real>) {
      const Real distance = rows.template at<Real>(row, column) - centre;
      const Real magnitude = sketch_magnitude(distance, inverse_spread);
      const Mask<Real> is_far = (distance == distance) & (magnitude >= Real(far_magnitude));
      count += store_selected_quarters<Real>(places.far + count, sketch_bucket(distance, magnitude), is_far);
    }
  places.far_count = count;
  for (int i = 0; i < count; ++i) __builtin_prefetch(&places.far_counter(state.counters, i), 1);
}

template <class Real, class Rows>
inline double count_equal(const Rows& rows, double to) {
  Real count(0.0);
  for (int row = 0; row < rows.count; ++row)
    for (int column = 0; column < randomisations; column += lanes_of<Real>)
      count += select(rows.template at<Real>(row, column) == Real(to), Real(1.0), Real(0.0));
  double counts[lanes_of<Real>], total = 0.0;
  store(counts, count);
  for (const double lane : counts) total += lane;
  return total;
}

/// Values equal to an extreme are counted in a second look, which only a new or shared extreme needs.
template <class Real, class Rows>
inline void add_extremes(const Rows& rows, const Range& range, CellMoments& moments) {
  if (range.minimum <= moments.minimum) {
    const double before = range.minimum < moments.minimum ? 0.0 : moments.at_minimum;
    moments.at_minimum = before + count_equal<Real>(rows, range.minimum);
    moments.minimum = range.minimum;
  }
  if (range.maximum >= moments.maximum) {
    const double before = range.maximum > moments.maximum ? 0.0 : moments.at_maximum;
    moments.at_maximum = before + count_equal<Real>(rows, range.maximum);
    moments.maximum = range.maximum;
  }
}

template <class Real, class Rows>
inline void add_replications(const Rows& rows, int column, CellReplications& replications) {
  Real below[summary_quantiles];
  for (int q = 0; q < summary_quantiles; ++q) below[q] = load<Real>(replications.below[q] + column);
  for (int row = 0; row < rows.count; ++row) {
    const Real value = rows.template at<Real>(row, column);
#pragma GCC unroll 9
    for (int q = 0; q < summary_quantiles; ++q)
      below[q] += select(value <= Real(replications.threshold[q]), Real(1.0), Real(0.0));
  }
  for (int q = 0; q < summary_quantiles; ++q) store(replications.below[q] + column, below[q]);
}

/// Adds what was found to the cell's state, and completes the places of its values.
template <class Real, class Rows>
inline void add_found(const Rows& rows, const Found<Real>& found, const CellStorage& state, Places& places) {
  CellMoments& moments = state.moments[places.cell];
  write_sums(rows, found.sums, moments);
  const Range range = found.extremes.range();
  if (range.is_empty()) {
    places.rows = 0;
    return;
  }
  places.lowest = moments.bucket_of(range.minimum);
  places.highest = moments.bucket_of(range.maximum);
  if (!CellCounters::is_close(places.lowest) || !CellCounters::is_close(places.highest))
    find_far<Real>(rows, state, places);
  add_extremes<Real>(rows, range, moments);
  if (state.replications != nullptr)
    for (int column = 0; column < randomisations; column += lanes_of<Real>)
      add_replications<Real>(rows, column, state.replications[places.cell]);
}

/// Takes cells one after another. The values of each are counted while the next is looked at.
class Accumulator {
 public:
  explicit Accumulator(const CellStorage& state) : state_(state) {}

  /// `next` is a cell to fetch meanwhile.
  void add(const Chunk& chunk, std::ptrdiff_t cell, std::ptrdiff_t next) {
    std::swap(now_, before_);
    now_->cell = cell;
    now_->moves_many = CellCounters::fill_up(chunk.first_path, chunk.paths);
    if (!chunk.is_whole() || !add_finite(chunk, next)) add_clean(chunk);
  }
  void finish() {
    for (int row = 0; row < now_->rows; ++row) now_->count(row, strips_);
    now_->settle<Native>(strips_, state_.counters);
  }

 private:
  /// Unless a value is not finite.
  bool add_finite(const Chunk& chunk, std::ptrdiff_t next) {
    const TileRows rows{chunk.tiles, now_->cell * tile_lanes, chunk.paths / randomisations, Ahead(chunk, state_, next)};
    const Found<Native> found = look_at(rows);
    if (!found.sums.are_finite()) return false;
    add_found(rows, found, state_, *now_);
    return true;
  }
  void add_clean(const Chunk& chunk) {
    PathRows rows;
    gather<Native>(chunk, now_->cell, rows);
    add_found(rows, look_at(rows), state_, *now_);
  }
  template <class Rows>
  Found<Native> look_at(const Rows& rows) {
    const Found<Native> found = look<Native>(rows, state_.moments[now_->cell], *now_, *before_, strips_);
    before_->settle<Native>(strips_, state_.counters);
    return found;
  }

  const CellStorage& state_;
  Strips strips_;
  Places places_[2];
  Places *now_ = &places_[0], *before_ = &places_[1];
};

void accumulate(const CellStorage& state, CellRange cells, const Wave& wave) {
  Accumulator accumulator(state);
  for (int cell = cells.first; cell < cells.last; ++cell) {
    const int next = cell + cells_ahead < cells.last ? cell + cells_ahead : cell;
    for (int index = 0; index < chunks_of(wave); ++index) accumulator.add(chunk_of(wave, index), cell, next);
  }
  accumulator.finish();
}

}  // namespace

template <>
CellKernel accumulate_kernel<native_isa>() {
  return accumulate;
}

}  // namespace groundwork
