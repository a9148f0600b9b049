#pragma once

#include <span>

#include "models/compounding.hpp"
#include "models/finance/inputs.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// Price level and discount factor of each quarter (docs/models/finance.md, eq. 6.1 and 6.2).
template <class Real>
struct Prices {
  std::span<Real> inflation;  ///< Prices over those of the start.
  std::span<Real> discount;   ///< Worth at the start of one CNY in mid-quarter.
};

template <class Real>
Prices<Real> price_levels(const FinanceInputs& inputs, const Horizon& horizon, const TileInputs<Real>& in,
                          Scratch<Real>& scratch) {
  constexpr double mid_quarter = 0.125;  // years
  Prices<Real> prices{scratch.take(horizon.quarters()), scratch.take(horizon.quarters())};
  constexpr double quarter = 0.25;  // years
  const Real log_rate = log(Real(1.0) + in[inputs.discount_rate]);
  Compounding<Real> inflation{Real(1.0), exp(in[inputs.inflation] * Real(quarter))};
  Compounding<Real> discount{exp(-log_rate * Real(mid_quarter)), exp(-log_rate * Real(quarter))};
  for (int t = 0; t < horizon.quarters(); ++t) {
    prices.inflation[t] = inflation.next();
    prices.discount[t] = discount.next();
  }
  return prices;
}

}  // namespace groundwork
