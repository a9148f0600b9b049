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
  const Real inflation = in[inputs.inflation];
  const Real log_rate = log(Real(1.0) + in[inputs.discount_rate]);
  for (int t = 0; t < horizon.quarters(); ++t) {
    const double elapsed = horizon.elapsed(t);
    prices.inflation[t] = exp(inflation * Real(elapsed));
    prices.discount[t] = exp(-log_rate * Real(elapsed + mid_quarter));
  }
  return prices;
}

}  // namespace groundwork
