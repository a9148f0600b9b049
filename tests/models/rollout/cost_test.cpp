#include "models/rollout/cost.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

/// All inputs of a station's cost, at random.
struct Cost {
  Columns columns;
  CostInputs cost;
  SharingInputs sharing;
  std::mt19937_64 generator;

  explicit Cost(std::uint64_t seed) : generator(seed) {
    for (Quantity& item : cost.capex) item = columns.add(between(5e3, 2e5));
    for (Quantity& factor : cost.geotype_factor) factor = columns.add(between(0.5, 2.0));
    for (Quantity& extra : sharing.extra_capex) extra = columns.add(between(0.0, 0.6));
    for (Quantity& extra : sharing.extra_opex) extra = columns.add(between(0.0, 0.6));
    cost.learning_rate = columns.add(between(0.0, 0.3));
    cost.learning_reference_stations = columns.add(between(1e5, 1e6));
    cost.power_kw = columns.add(between(2.0, 4.0));
    cost.load_factor = columns.add(between(0.5, 1.0));
    cost.tariff_factor = columns.add(between(1.0, 1.5));
    cost.rent = columns.add(between(1e4, 3e4));
    cost.transmission = columns.add(between(1e3, 5e3));
    cost.maintenance_share = columns.add(between(0.0, 0.05));
    cost.staff = columns.add(between(1e3, 5e3));
    cost.energy_saving = columns.add(between(0.0, 0.3));
    cost.sleep = seed % 2 == 0;
  }
  double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(generator); }
};

/// Section 4 of model.md, written out.
struct Literal {
  double single = 0.0, co = 0.0, ran = 0.0, kwh = 0.0, o1 = 0.0, on = 0.0;

  Literal(const Cost& c, double n, double stations_ever, double inflation, double tariff) {
    const Columns& v = c.columns;
    const double halvings = std::log2(1.0 - v[c.cost.learning_rate]);
    for (std::size_t item = 0; item < capex_items; ++item) {
      double u = v[c.cost.capex[item]] * inflation;
      if (item == 0) {
        u = v[c.cost.capex[0]] * std::pow(stations_ever / v[c.cost.learning_reference_stations], halvings);
        ran = u;
      }
      single += u;
      co += u * (1.0 + v[c.sharing.extra_capex[item]] * (n - 1.0));
    }
    const double awake = c.cost.sleep ? 1.0 - v[c.cost.energy_saving] : 1.0;
    kwh = v[c.cost.power_kw] * 8760.0 / 4.0 * v[c.cost.load_factor] * awake;
    const double items[] = {kwh * tariff * v[c.cost.tariff_factor], v[c.cost.rent] / 4.0 * inflation,
                            v[c.cost.transmission] / 4.0 * inflation, v[c.cost.maintenance_share] * single / 4.0,
                            v[c.cost.staff] / 4.0 * inflation};
    for (std::size_t item = 0; item < opex_items; ++item) {
      o1 += items[item];
      on += items[item] * (1.0 + v[c.sharing.extra_opex[item]] * (n - 1.0));
    }
  }
};

}  // namespace

TEST_CASE("the main equipment's price falls by the learning rate with each doubling of stations") {
  Cost c(1);
  for (const Quantity item : c.cost.capex) c.columns.set(item, 0.0);
  c.columns.set(c.cost.capex[main_equipment], 1000.0);
  c.columns.set(c.cost.learning_rate, 0.2);
  c.columns.set(c.cost.learning_reference_stations, 500.0);
  const auto price = [&](double stations) {
    return main_equipment_price(c.cost, stations, learning_exponent(c.cost, c.columns.in()), c.columns.in());
  };
  CHECK(price(500.0) == Approx(1000.0).epsilon(1e-14));
  CHECK(price(1000.0) == Approx(800.0).epsilon(1e-13));
  CHECK(price(2000.0) == Approx(640.0).epsilon(1e-13));
  CHECK(price(250.0) == Approx(1250.0).epsilon(1e-13));
  CHECK(price(750.0) == Approx(1000.0 * std::pow(1.5, -0.3219280949)).epsilon(1e-10));  // log2 0.8
  CHECK(std::isfinite(price(0.0)));
}

TEST_CASE("capital and running cost are those of the equations written out") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Cost c(seed);
    const int operators = 1 + static_cast<int>(seed % 3);
    const double n = operators, f = operators > 1 ? c.between(0.0, 1.0) : 0.0, r = n;
    const double ever = c.between(1e5, 5e6), inflation = c.between(0.9, 1.3), tariff = c.between(0.3, 0.8);
    const double ci = c.between(0.8, 1.3), stock = c.between(100.0, 1e4);
    const double cobuilt = operators > 1 ? stock * c.between(0.0, 1.0) : 0.0;
    const Literal literal(c, n, ever, inflation, tariff);

    Volume<double> built;
    double capex = 0.0, alone = 0.0;
    for (std::size_t a = 0; a < geotypes; ++a) {
      const double done = c.between(0.0, 500.0), factor = c.columns[c.cost.geotype_factor[a]];
      built.stations += done;
      built.single_price += done * ci * factor;
      built.further_price += done * ci * factor * f * (n - 1.0);
      capex += done * ci * factor * (f * literal.co + (1.0 - f) * literal.single);
      alone += done * ci * factor * (f * r + 1.0 - f) * literal.single;
    }
    const double exponent = learning_exponent(c.cost, c.columns.in());
    const double main_equipment_cny = main_equipment_price(c.cost, ever, exponent, c.columns.in());
    const auto prices = quarter_prices<double>(c.cost, c.sharing, c.columns.in(), main_equipment_cny, inflation);
    const double paid_tariff = tariff * c.columns[c.cost.tariff_factor], further = cobuilt * (n - 1.0);
    const Volume<double> on_air{stock, further, 0.0, 0.0, stock * paid_tariff, further * paid_tariff};
    const StationFlows<double> flows = quarter_cost<double>(prices, built, on_air);
    CHECK(flows.built == built.stations);
    CHECK(flows.capex == Approx(capex).epsilon(1e-12));
    CHECK(flows.capex_alone == Approx(alone).epsilon(1e-12));
    CHECK(flows.opex == Approx((stock - cobuilt) * literal.o1 + cobuilt * literal.on).epsilon(1e-12));
    CHECK(flows.opex_alone == Approx((stock - cobuilt + cobuilt * r) * literal.o1).epsilon(1e-12));
    const double extra_energy = c.columns[c.sharing.extra_opex[energy_item]] * (n - 1.0);
    CHECK(flows.energy == Approx(literal.kwh * (stock - cobuilt + cobuilt * (1.0 + extra_energy))).epsilon(1e-12));
  }
}

TEST_CASE("main equipment is renewed at the price of the day, a quarter of a year's at a time") {
  Cost c(4);
  const double n = 3.0, f = 0.4, ci = 1.1, extra = c.columns[c.sharing.extra_capex[main_equipment]];
  double installed = 0.0, alone = 0.0, renewed = 0.0, discounted = 0.0;
  Volume<double> built;
  RenewalPrice<double> renewal;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const double done = c.between(0.0, 500.0), factor = 1.15, price = c.between(8e4, 9e4);
    const double discount = c.between(0.5, 1.0);
    built += volume_of<double>({done, done * ci, 0.0}, factor, {f, f * (n - 1.0)});
    installed += done * ci * factor * (f * (1.0 + extra * (n - 1.0)) + 1.0 - f);
    alone += done * ci * factor * (f * n + 1.0 - f);
    renewal.add_quarter(price, discount);
    renewed += price / 4.0;
    discounted += price / 4.0 * discount;
  }
  StationFlows<double> flows;
  const double cost = add_renewal(flows, equipment_in(built, extra), renewal);
  CHECK(flows.capex == Approx(installed * renewed).epsilon(1e-13));
  CHECK(flows.capex_alone == Approx(alone * renewed).epsilon(1e-13));
  CHECK(flows.opex == 0.0);
  CHECK(cost == Approx(installed * discounted).epsilon(1e-13));
}

}  // namespace groundwork
