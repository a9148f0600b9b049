#include "models/rollout/demand.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

struct Demand {
  Columns columns;
  DemandInputs inputs;
  Demand() {
    inputs.launch = Quarter::of(2020, 1);
    inputs.ceiling = columns.add(1.0);
    inputs.innovation = columns.add(0.03);
    inputs.imitation = columns.add(0.38);
    inputs.gb_per_user_month = columns.add(12.0);
    inputs.growth = columns.add(0.2);
    inputs.busy_hour_share = columns.add(0.06);
    inputs.spectral_efficiency = columns.add(6.0);
    inputs.target_load = columns.add(0.5);
    inputs.sectors = columns.add(3.0);
    inputs.downlink_share = columns.add(0.75);
  }
};

/// At the end of the quarter that starts at `date`.
double adoption_at(const Demand& demand, double date) {
  const auto in = demand.columns.in();
  return adoption(demand.inputs, fading_from(demand.inputs, date, in).value, in);
}

}  // namespace

TEST_CASE("adoption follows the Bass curve, read at the end of the quarter") {
  Demand demand;
  // p = 0.03, q = 0.38 (Bass 1969): F(5) = (1 - e^-2.05)/(1 + 38/3·e^-2.05)
  CHECK(adoption_at(demand, 2024.75) == Approx(0.3311986425).epsilon(1e-9));
  CHECK(adoption_at(demand, 2019.75) == 0.0);
  CHECK(adoption_at(demand, 2120.0) == Approx(1.0).epsilon(1e-12));
  demand.columns.set(demand.inputs.ceiling, 0.5);
  CHECK(adoption_at(demand, 2024.75) == Approx(0.5 * 0.3311986425).epsilon(1e-9));
}

TEST_CASE("the Bass curve goes on from quarter to quarter as from its date") {
  const Demand demand;
  Compounding<double> fading = fading_from(demand.inputs, 2020.0, demand.columns.in());
  for (int quarter = 0; quarter < 44; ++quarter)
    CHECK(fading.next() == Approx(std::exp(-0.41 * 0.25 * (quarter + 1))).epsilon(1e-14));
}

TEST_CASE("without imitation adoption is a plain saturation") {
  Demand demand;
  demand.columns.set(demand.inputs.imitation, 0.0);
  CHECK(adoption_at(demand, 2029.75) == Approx(1.0 - std::exp(-0.3)).epsilon(1e-13));
}

TEST_CASE("traffic grows at a continuous rate and loads the busy hour") {
  const Demand demand;
  Compounding<double> gb = monthly_gb(demand.inputs, demand.columns.in());
  for (int quarter = 0; quarter < 10; ++quarter) gb.next();
  CHECK(gb.value == Approx(12.0 * std::exp(0.5)).epsilon(1e-14));
  // 12 GB a month: 0.4 GB a day, of which 6 % in one hour: 24 MB = 192 Mbit in 3,600 s
  CHECK(busy_mbps(demand.inputs, 12.0, demand.columns.in()) == Approx(192.0 / 3600.0).epsilon(1e-14));
}

TEST_CASE("a station carries bandwidth times efficiency on each sector, at the target load") {
  Demand demand;
  const Quantity bandwidth = demand.columns.add(100.0);
  CHECK(station_mbps(demand.inputs, bandwidth, demand.columns.in()) == Approx(675.0).epsilon(1e-14));
}

TEST_CASE("a ramp is straight between its dates and constant outside") {
  Columns columns;
  const Ramp ramp{columns.add(2020.0), columns.add(1.0), columns.add(2024.0), columns.add(3.0)};
  const auto in = columns.in();
  CHECK(ramp_at(ramp, 2019.0, in) == 1.0);
  CHECK(ramp_at(ramp, 2020.0, in) == 1.0);
  CHECK(ramp_at(ramp, 2021.0, in) == 1.5);
  CHECK(ramp_at(ramp, 2023.5, in) == 2.75);
  CHECK(ramp_at(ramp, 2024.0, in) == 3.0);
  CHECK(ramp_at(ramp, 2031.0, in) == 3.0);
}

TEST_CASE("a ramp between equal dates is a step") {
  Columns columns;
  const Ramp ramp{columns.add(2022.0), columns.add(1.0), columns.add(2022.0), columns.add(3.0)};
  CHECK(ramp_at(ramp, 2021.75, columns.in()) == 1.0);
  CHECK(ramp_at(ramp, 2022.25, columns.in()) == 3.0);
}

}  // namespace groundwork
