#pragma once

#include "sim/pack/bits.hpp"
#include "sim/pack/native.hpp"
#include "sim/statistics/cell_state.hpp"
#include "sim/statistics/extremes.hpp"
#include "sim/statistics/strips.hpp"

namespace groundwork {

/// Packs in a row of 16 values.
template <class Real>
inline constexpr int groups = randomisations / lanes_of<Real>;

/// Sums of a cell's values, a column a lane.
template <class Real>
struct Sums {
  Real distance[groups<Real>], squares[groups<Real>];
  Real defined[groups<Real>];  ///< Of the values looked at, if they may lack.

  explicit Sums(const CellMoments& moments) {
#pragma GCC unroll 16
    for (int group = 0; group < groups<Real>; ++group) {
      distance[group] = load<Real>(moments.sum + group * lanes_of<Real>);
      squares[group] = load<Real>(moments.sum_of_squares + group * lanes_of<Real>);
      defined[group] = Real(0.0);
    }
  }
  bool are_finite() const {
    Real odd(0.0);  // NaN if a sum is not finite
    for (const Real& sum : distance) odd += sum - sum;
    return !any_bit(bits_of(odd));
  }
};

/// What one look at a cell's values finds, but for their counts.
template <class Real>
struct Found {
  Sums<Real> sums;
  Extremes<Real> extremes;
};

/// Looks at all values of a cell, while those of the cell before are counted: neither waits for the other.
template <class Real, class Rows>
inline Found<Real> look(const Rows& rows, const CellMoments& moments, Places& now, const Places& before,
                        Strips& strips) {
  const Real centre(moments.centre), inverse_spread(moments.inverse_spread);
  Sums<Real> sums(moments);
  Extremes<Real> extremes;
  for (int row = 0; row < rows.count; ++row) {
    rows.fetch_ahead(row);
#pragma GCC unroll 16
    for (int group = 0; group < groups<Real>; ++group) {
      const int column = group * lanes_of<Real>;
      const Real value = rows.template at<Real>(row, column), distance = value - centre;
      const Mask<Real> is_counted = value == value;
      const Real counted = Rows::may_lack ? select(is_counted, distance, Real(0.0)) : distance;
      sums.distance[group] += counted;
      sums.squares[group] = fma(counted, counted, sums.squares[group]);
      if constexpr (Rows::may_lack) sums.defined[group] += select(is_counted, Real(1.0), Real(0.0));
      extremes.add(value);
      store_low_quarters(now.of + row * randomisations + column, Strips::places_of(distance, inverse_spread));
    }
    before.count(row, strips);
  }
  for (int row = rows.count; row < before.rows; ++row) before.count(row, strips);
  now.rows = rows.count;
  return {sums, extremes};
}

}  // namespace groundwork
