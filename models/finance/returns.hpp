#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "sim/pack/math.hpp"
#include "sim/pack/pack.hpp"

namespace groundwork {

/// Σ cash[i]·x^i by Horner's rule; with x = 1/(1+r) the net present value at the start of year 0 of payments one year
/// apart.
template <class Real>
inline Real net_present_value(std::span<const Real> cash, Real x) {
  Real value = Real(0.0);
  for (std::size_t i = cash.size(); i-- > 0;) value = fma(value, x, cash[i]);
  return value;
}

/// The rates at which a search for internal rates of return looks for a change of sign: log(1+r) in even steps from
/// -4.6 (r = -99 %) to 2.4 (r = +1,002 %). Two roots closer than a step, 5.6 % of 1+r, are not seen.
class RateGrid {
 public:
  static constexpr int steps = 128;

  RateGrid();
  /// log(1+r) at grid point i = 0 … steps.
  static constexpr double log_growth(int i) { return lowest + step * i; }
  /// Middle of the step that ends at grid point i, as its distance from r = 0 on that scale.
  static constexpr double distance(int i) {
    const double middle = log_growth(i) - 0.5 * step;
    return middle < 0.0 ? -middle : middle;
  }
  /// Discount factor of a year at grid point i.
  double discount(int i) const { return discounts_[static_cast<std::size_t>(i)]; }

 private:
  static constexpr double lowest = -4.6;
  static constexpr double step = 0.0546875;  // 7/128, exact in binary

  std::array<double, steps + 1> discounts_;
};

/// Net present values at grid points next to one another, so that each payment is fetched once for all of them.
inline constexpr int points_at_once = 4;
static_assert(RateGrid::steps % points_at_once == 0);

template <class Real>
inline std::array<Real, points_at_once> net_present_values(std::span<const Real> cash, const RateGrid& grid,
                                                           int first) {
  std::array<Real, points_at_once> discount, value;
  for (int j = 0; j < points_at_once; ++j) {
    discount[j] = Real(grid.discount(first + j));
    value[j] = Real(0.0);
  }
  for (std::size_t i = cash.size(); i-- > 0;)
    for (int j = 0; j < points_at_once; ++j) value[j] = fma(value[j], discount[j], cash[i]);
  return value;
}

/// A polynomial's value and slope at a point.
template <class Real>
struct ValueAndSlope {
  Real value, slope;
};

/// Net present value, and its derivative by the discount factor.
template <class Real>
inline ValueAndSlope<Real> present_value_and_slope(std::span<const Real> cash, Real x) {
  ValueAndSlope<Real> at{Real(0.0), Real(0.0)};
  for (std::size_t i = cash.size(); i-- > 0;) {
    at.slope = fma(at.slope, x, at.value);
    at.value = fma(at.value, x, cash[i]);
  }
  return at;
}

/// The change of sign between two discount factors, as a rate: Newton's steps, halving what is left where one leaves
/// it. A path that has arrived stays, so no path depends on those beside it.
template <class Real>
inline Real rate_between(std::span<const Real> cash, Real low, Real high) {
  constexpr int most_steps = 64;     // halving alone takes 52
  constexpr double arrived = 1e-12;  // last step, over the discount factor: the next would be below rounding
  const Real value_low = net_present_value(cash, low);
  Real x = Real(0.5) * (low + high);
  Real moving = Real(1.0);
  for (int i = 0; i < most_steps && any(moving > Real(0.0)); ++i) {
    const auto [value, slope] = present_value_and_slope(cash, x);
    const auto same_side = value * value_low > Real(0.0);
    low = select(same_side, x, low);
    high = select(same_side, high, x);
    const Real newton = x - value / slope;
    const auto is_between = (newton - low) * (newton - high) <= Real(0.0);
    const Real next = select(is_between, newton, Real(0.5) * (low + high));
    const Real step = moving * abs(next - x);
    x = select(moving > Real(0.0), next, x);
    moving = select(step > Real(arrived) * x, Real(1.0), Real(0.0));
  }
  return Real(1.0) / x - Real(1.0);
}

/// A step of the grid in which a present value changes sign.
template <class Real>
struct Bracket {
  Real low = Real(1.0), high = Real(1.0);  ///< Discount factors.

  template <class IsIt>
  void take(IsIt is_it, double at_low, double at_high) {
    low = select(is_it, Real(at_low), low);
    high = select(is_it, Real(at_high), high);
  }
};

/// Internal rates of return of a cash flow within the grid; not-a-number where there is none
/// (docs/models/finance.md, eq. 6.6).
template <class Real>
struct InternalRates {
  /// The one closest to zero, on the scale of log(1+r), told by the middle of its step: of two whose distances differ
  /// by less than a step, either.
  Real nearest;
  Real lowest, highest;
  Real count;  ///< How many there are.
};

template <class Real>
InternalRates<Real> internal_rates(std::span<const Real> cash, const RateGrid& grid) {
  constexpr double unreached = 1e9;
  Bracket<Real> nearest, lowest, highest;
  Real distance = Real(unreached), count = Real(0.0);
  Real before = net_present_value(cash, Real(grid.discount(0)));
  std::array<Real, points_at_once> values;
  for (int i = 1; i <= RateGrid::steps; ++i) {
    const int point = (i - 1) % points_at_once;
    if (point == 0) values = net_present_values(cash, grid, i);
    const Real value = values[point];
    const auto crossing = ((before < Real(0.0)) & (value >= Real(0.0))) | ((before > Real(0.0)) & (value <= Real(0.0)));
    before = value;
    if (!any(crossing)) continue;  // as in nearly all steps
    const auto closer = crossing & (Real(RateGrid::distance(i)) < distance);
    nearest.take(closer, grid.discount(i - 1), grid.discount(i));
    lowest.take(crossing & (count == Real(0.0)), grid.discount(i - 1), grid.discount(i));
    highest.take(crossing, grid.discount(i - 1), grid.discount(i));
    distance = select(closer, Real(RateGrid::distance(i)), distance);
    count += select(crossing, Real(1.0), Real(0.0));
  }
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const auto rate_of = [&](const Bracket<Real>& bracket) {
    return select(count > Real(0.0), rate_between(cash, bracket.low, bracket.high), Real(none));
  };
  const Real found = rate_of(nearest);
  if (!any(count > Real(1.0))) return {found, found, found, count};  // as is nearly always so
  return {found, rate_of(lowest), rate_of(highest), count};
}

/// Calendar year at whose end the cash flows, after adding up to less than zero, first add up to zero or more;
/// not-a-number if they never do (eq. 6.7).
template <class Real>
Real payback_year(std::span<const Real> cash, int first_year) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  Real sum = Real(0.0), lowest = Real(0.0), year = Real(0.0);
  for (std::size_t i = 0; i < cash.size(); ++i) {
    sum += cash[i];
    lowest = min(lowest, sum);
    const auto paid_back = (lowest < Real(0.0)) & (sum >= Real(0.0)) & (year == Real(0.0));
    year = select(paid_back, Real(double(first_year) + double(i)), year);
  }
  return select(year == Real(0.0), Real(none), year);
}

}  // namespace groundwork
