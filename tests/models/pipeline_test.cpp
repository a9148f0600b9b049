#include "models/pipeline.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace groundwork {

TEST_CASE("a quarter of the pipeline is as by hand") {
  Pipeline<double> pipeline{8.0, 4.0};
  CHECK(pipeline.advance(10.0, StageRate(0.5)) == 2.0);
  CHECK(pipeline.first == 14.0);  // 8 + 10 - 4
  CHECK(pipeline.second == 6.0);  // 4 + 4 - 2
}

TEST_CASE("all that is started is completed or in progress") {
  std::mt19937_64 generator(17);
  std::uniform_real_distribution<double> uniform;
  for (int trial = 0; trial < 200; ++trial) {
    const StageRate rate(uniform(generator));
    Pipeline<double> pipeline{100.0 * uniform(generator), 100.0 * uniform(generator)};
    double put_in = pipeline.first + pipeline.second, completed = 0.0;
    for (int quarter = 0; quarter < 60; ++quarter) {
      const double starts = uniform(generator) < 0.3 ? 0.0 : 50.0 * uniform(generator);
      put_in += starts;
      const double done = pipeline.advance(starts, rate);
      completed += done;
      REQUIRE(done >= 0.0);
      REQUIRE(pipeline.first >= 0.0);
      REQUIRE(pipeline.second >= 0.0);
    }
    CHECK(completed + pipeline.first + pipeline.second == Approx(put_in).epsilon(1e-13));
  }
}

TEST_CASE("work that started as much as it completes stays as it is") {
  const StageRate rate = stage_rate(3.0);
  const double starts = 12.0;
  Pipeline<double> pipeline{starts / rate.done, starts / rate.done};
  for (int quarter = 0; quarter < 8; ++quarter) CHECK(pipeline.advance(starts, rate) == Approx(starts).epsilon(1e-14));
}

}  // namespace groundwork
