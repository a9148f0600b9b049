#include "sim/statistics/accumulate.hpp"
#include "sim/statistics/path_rows.hpp"

namespace groundwork {

namespace {

/// Where most of some values lie; all in the unit of the cell.
struct Location {
  double centre = -0.0;
  double deviation = 0.0;  ///< Mean absolute deviation.
};

/// Values further than this many mean absolute deviations are left out of the next look; 2.4 standard deviations of a
/// normal. Without the cut one value of a heavy tail would set the spread.
constexpr double cut_deviations = 3.0;
/// Enough for a Cauchy sample to settle, whose first mean can be hundreds of spreads off.
constexpr int looks = 7;
/// Rounding noise, relative to what the values were before the others were left out.
constexpr double negligible = 0x1p-40;
/// Standard deviation of a normal over its mean absolute deviation, sqrt(pi/2).
constexpr double deviation_to_sigma = 1.2533141373155003;

inline double total_of(const double (&parts)[randomisations]) {
  double total = 0.0;
  for (const double part : parts) total += part;
  return total;
}

/// Mean and mean absolute deviation, about the last centre, of the values not further from it than `cut`.
template <class Real>
inline Location look(const PathRows& rows, double centre, double cut) {
  double counts[randomisations], sums[randomisations], sizes[randomisations];
  for (int column = 0; column < randomisations; column += lanes_of<Real>) {
    Real count(0.0), sum(0.0), size(0.0);
    for (int row = 0; row < rows.count; ++row) {
      const Real distance = rows.at<Real>(row, column) - Real(centre);
      const auto inside = abs(distance) <= Real(cut);
      count += select(inside, Real(1.0), Real(0.0));
      sum += select(inside, distance, Real(0.0));
      size += select(inside, abs(distance), Real(0.0));
    }
    store(counts + column, count);
    store(sums + column, sum);
    store(sizes + column, size);
  }
  const double n = total_of(counts);
  return n > 0.0 ? Location{centre + total_of(sums) / n, total_of(sizes) / n} : Location{};
}

inline double first_defined(const PathRows& rows) {
  for (int i = 0; i < rows.count * randomisations; ++i)
    if (rows.values[i] == rows.values[i]) return rows.values[i];
  return 0.0;
}

/// Looks again and again, each time closer, as long as any spread remains.
template <class Real>
inline Location locate(const PathRows& rows) {
  Location found{first_defined(rows), 0.0};
  double cut = std::numeric_limits<double>::infinity();
  for (int i = 0; i < looks; ++i) {
    const Location closer = look<Real>(rows, found.centre, cut);
    if (!(closer.deviation > negligible * (abs(found.centre) + found.deviation))) break;
    if (closer.centre == found.centre && closer.deviation == found.deviation) break;
    found = closer;
    cut = cut_deviations * found.deviation;
  }
  return found;
}

void measure_pilot(const CellStorage& state, CellRange cells, const Wave& wave) {
  PathRows rows;
  const Chunk chunk = chunk_of(wave, 0);
  for (int cell = cells.first; cell < cells.last; ++cell) {
    gather<Native>(chunk, cell, rows);
    const Location found = locate<Native>(rows);
    state.moments[cell].centre = found.centre == 0.0 ? -0.0 : found.centre;
    state.moments[cell].spread = deviation_to_sigma * found.deviation;
  }
}

}  // namespace

template <>
CellKernel pilot_kernel<native_isa>() {
  return measure_pilot;
}

}  // namespace groundwork
