#pragma once

#include <span>

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
  const Real inflation_step = exp(in[inputs.inflation] * Real(quarter)), discount_step = exp(-log_rate * Real(quarter));
  Real inflation = Real(1.0), discount = exp(-log_rate * Real(mid_quarter));
  for (int t = 0; t < horizon.quarters(); ++t) {
    prices.inflation[t] = inflation;
    prices.discount[t] = discount;
    inflation *= inflation_step;
    discount *= discount_step;
  }
  return prices;
}

}  // namespace groundwork
