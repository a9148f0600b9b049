#pragma once

#include <limits>
#include <span>
#include <vector>

#include "sim/pack/math.hpp"
#include "sim/pack/pack.hpp"

namespace groundwork {

/// Σ cash[i]·x^i by Horner's rule; with x = 1/(1+r) the net present value at the start of year 0 of payments one year
/// apart.
template <class Real>
inline Real net_present_value(std::span<const Real> cash, Real x) {
  Real value = Real(0.0);
  for (std::size_t i = cash.size(); i-- > 0;) value = value * x + cash[i];
  return value;
}

/// The rates at which a search for internal rates of return looks for a change of sign: log(1+r) in even steps from
/// -4.6 (r = -99 %) to 2.4 (r = +1,002 %). Two roots closer than a step, 5.6 % of 1+r, are not seen.
struct RateGrid {
  static constexpr double lowest = -4.6;
  static constexpr double step = 0.0546875;  // 7/128, exact in binary
  static constexpr int steps = 128;

  static constexpr double log_growth(int i) { return lowest + step * i; }
};

/// exp(-log_growth(i)), i = 0 … steps: discount factor of a year at each rate of the grid.
const std::vector<double>& grid_discounts();

/// Bisections after which a bracket of the grid is at the limit of doubles.
inline constexpr int bisections = 52;

/// The change of sign between two discount factors, as a rate.
template <class Real>
inline Real rate_between(std::span<const Real> cash, Real low, Real high) {
  const Real value_low = net_present_value(cash, low);
  for (int i = 0; i < bisections; ++i) {
    const Real middle = Real(0.5) * (low + high);
    const auto same_side = net_present_value(cash, middle) * value_low > Real(0.0);
    low = select(same_side, middle, low);
    high = select(same_side, high, middle);
  }
  return Real(2.0) / (low + high) - Real(1.0);
}

/// Internal rates of return of a cash flow (docs/models/finance.md, eq. 6.6).
template <class Real>
struct InternalRates {
  /// The one closest to zero, on the scale of log(1+r), told by the middle of its step: of two whose distances differ
  /// by less than a step, either. Not-a-number if there is none within the grid.
  Real nearest;
  Real count;  ///< How many there are.
};

template <class Real>
InternalRates<Real> internal_rates(std::span<const Real> cash) {
  constexpr double unreached = 1e9;
  const std::vector<double>& discounts = grid_discounts();
  Real low = Real(1.0), high = Real(1.0), distance = Real(unreached), count = Real(0.0);
  Real before = net_present_value(cash, Real(discounts[0]));
  for (int i = 1; i <= RateGrid::steps; ++i) {
    const Real value = net_present_value(cash, Real(discounts[i]));
    const Real from_zero = Real(abs(RateGrid::log_growth(i) - 0.5 * RateGrid::step));
    const auto crossing = ((before < Real(0.0)) & (value >= Real(0.0))) | ((before > Real(0.0)) & (value <= Real(0.0)));
    const auto closer = crossing & (from_zero < distance);
    count += select(crossing, Real(1.0), Real(0.0));
    low = select(closer, Real(discounts[i - 1]), low);
    high = select(closer, Real(discounts[i]), high);
    distance = select(closer, from_zero, distance);
    before = value;
  }
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  return {select(distance < Real(unreached), rate_between(cash, low, high), Real(none)), count};
}

/// Every internal rate of return within the grid, ascending.
std::vector<double> list_internal_rates(std::span<const double> cash);

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
