#include "models/finance/prices.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/columns.hpp"

namespace groundwork {

TEST_CASE("prices rise continuously and payments are discounted from the middle of a quarter") {
  Columns columns;
  FinanceInputs inputs;
  inputs.inflation = columns.add(0.02);
  inputs.discount_rate = columns.add(0.08);
  const Horizon horizon{Quarter::of(2020, 3), Quarter::of(2023, 1)};
  std::vector<double> memory(2 * 11);
  Scratch<double> scratch(memory);
  const Prices<double> prices = price_levels(inputs, horizon, columns.in(), scratch);
  REQUIRE(prices.inflation.size() == 11);
  CHECK(prices.inflation[0] == 1.0);
  CHECK(prices.inflation[4] == Approx(1.0202013400).epsilon(1e-10));  // e^0.02
  CHECK(prices.discount[0] == Approx(0.9904259953).epsilon(1e-9));    // 1.08^-0.125
  for (std::size_t t = 0; t < 11; ++t) {
    const double years = static_cast<double>(t) / 4.0;
    CHECK(prices.inflation[t] == Approx(std::exp(0.02 * years)).epsilon(1e-14));
    CHECK(prices.discount[t] == Approx(std::pow(1.08, -(years + 0.125))).epsilon(1e-14));
  }
}

}  // namespace groundwork
