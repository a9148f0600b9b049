#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "models/datacenter/quarter.hpp"
#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

Racks<double> some_racks() {
  return {.in_service = 1000.0,
          .pipeline = {100.0, 50.0},
          .equipped = 600.0,
          .used = 600.0,
          .demand_share = 0.25,
          .kwh_per_used = 8000.0,
          .tariff = 0.5,
          .cost_index = 1.2,
          .start_share = 0.5};
}

RackQuarter<double> some_quarter() {
  return {.demand = 2600.0,
          .wanted_in_service = 5600.0,
          .stage_rate = StageRate(0.4),
          .replacement = 0.05,
          .facility_price = 200e3,
          .it_price = 450e3,
          .staff = 700.0,
          .maintenance = 1500.0,
          .discount = 0.9};
}

}  // namespace

TEST_CASE("a quarter of a province's racks is as by hand") {
  Racks<double> racks = some_racks();
  const RackFlows<double> flows = run_racks(racks, some_quarter());
  // gap = 0.25·5600 - 1000 - 100 - 50 = 250; half of it is started; 0.4·50 = 20 are completed
  CHECK(racks.pipeline.first == Approx(100.0 + 125.0 - 40.0));
  CHECK(racks.pipeline.second == Approx(50.0 + 40.0 - 20.0));
  CHECK(racks.in_service == Approx(1020.0));
  CHECK(racks.used == Approx(650.0));      // 0.25·2600
  CHECK(racks.equipped == Approx(650.0));  // 50 new; 0.05·600 = 30 replaced
  CHECK(flows.built == Approx(20.0));
  CHECK(flows.capex == Approx(20.0 * 200e3 * 1.2 + 80.0 * 450e3));
  CHECK(flows.energy == Approx(650.0 * 8000.0));
  CHECK(flows.opex == Approx(650.0 * 8000.0 * 0.5 + 1020.0 * (700.0 * 1.2 + 1500.0)));
}

TEST_CASE("where demand falls, no server is bought but those that replace others") {
  Racks<double> racks = some_racks();
  RackQuarter<double> quarter = some_quarter();
  quarter.demand = 1000.0;
  quarter.wanted_in_service = 0.0;
  racks.pipeline = {0.0, 0.0};
  const RackFlows<double> flows = run_racks(racks, quarter);
  CHECK(racks.used == 250.0);
  CHECK(racks.equipped == 600.0);
  CHECK(flows.built == 0.0);
  CHECK(flows.capex == Approx(30.0 * 450e3));
}

TEST_CASE("no more racks are used than there are, and none is torn down") {
  std::mt19937_64 generator(19);
  std::uniform_real_distribution<double> uniform;
  for (int trial = 0; trial < 200; ++trial) {
    Racks<double> racks = some_racks();
    racks.start_share = uniform(generator);
    RackQuarter<double> quarter = some_quarter();
    for (int t = 0; t < 40; ++t) {
      quarter.demand *= std::exp(0.4 * (uniform(generator) - 0.4));
      quarter.wanted_in_service = 1.5 * quarter.demand;
      const Racks<double> before = racks;
      const RackFlows<double> flows = run_racks(racks, quarter);
      REQUIRE(racks.used <= racks.in_service);
      REQUIRE(racks.used <= racks.equipped * (1.0 + 1e-14));
      REQUIRE(racks.in_service >= before.in_service);
      REQUIRE(racks.equipped >= before.equipped);
      REQUIRE(flows.capex >= 0.0);
    }
  }
}

TEST_CASE("growth of demand fades in a straight line and then stays") {
  Columns columns;
  DatacenterInputs inputs;
  inputs.growth_start = columns.add(0.24);
  inputs.growth_end = columns.add(0.08);
  inputs.growth_fade_years = columns.add(8.0);
  CHECK(demand_growth<double>(inputs, 0.0, columns.in()) == Approx(0.24).epsilon(1e-15));
  CHECK(demand_growth<double>(inputs, 2.0, columns.in()) == Approx(0.20).epsilon(1e-14));
  CHECK(demand_growth<double>(inputs, 8.0, columns.in()) == Approx(0.08).epsilon(1e-14));
  CHECK(demand_growth<double>(inputs, 30.0, columns.in()) == Approx(0.08).epsilon(1e-14));
}

}  // namespace groundwork
