#include "models/sharing/together.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace groundwork {

TEST_CASE("need, co-built fraction and stations replaced are those of the equations written out") {
  std::mt19937_64 generator(41);
  std::uniform_real_distribution<double> uniform;
  for (int trial = 0; trial < 2000; ++trial) {
    const int operators = 1 + trial % 4;
    const double sigma_in = trial % 7 == 0 ? 1.0 : trial % 11 == 0 ? 0.0 : uniform(generator);
    // model.md, section 2
    const double n = operators, cov = 100.0 * uniform(generator), busy = 1e5 * uniform(generator), capacity = 700.0;
    const double together = std::max(cov, busy / (n * capacity));
    const double own = std::max(cov, (busy / n) / capacity);
    const double sigma = operators > 1 ? sigma_in : 0.0;
    const double need = sigma * together + (1.0 - sigma) * n * own;
    const double f = sigma * together / need, r = n * own / together;

    const Together<double> found = build_together<double>(operators, sigma_in);
    CHECK(found.need_factor * std::max(cov, busy / n / capacity) == Approx(need).epsilon(1e-13));
    CHECK(found.cobuilt_fraction == Approx(f).epsilon(1e-13));
    CHECK(1.0 + found.further == Approx(r).epsilon(1e-13));
  }
}

}  // namespace groundwork
