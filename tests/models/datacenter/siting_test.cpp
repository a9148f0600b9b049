#include "models/datacenter/siting.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

/// Provinces on a line, with what siting needs to know of them.
struct Sites {
  Columns columns;
  DatacenterInputs inputs;
  Provinces provinces;
  SitingFacts facts;
  std::vector<double> cost, wanted;

  explicit Sites(const std::vector<double>& km) {
    inputs.siting_sensitivity = columns.add(6000.0);
    inputs.transport = columns.add(4.0);
    inputs.hot_share = columns.add(0.4);
    inputs.hot_latency_ms = columns.add(20.0);
    inputs.switching_latency_ms = columns.add(2.0);
    inputs.pue_base = columns.add(1.23);
    inputs.pue_per_degree = columns.add(0.02);
    inputs.pue_floor = columns.add(1.25);
    inputs.pue_cap = columns.add(1.5);
    provinces.list.resize(km.size());
    provinces.regions = {"even", "odd"};
    const Quantity even = columns.add(1.7), odd = columns.add(0.6);
    for (std::size_t p = 0; p < km.size(); ++p) {
      provinces.region_of.push_back(static_cast<int>(p % 2));
      facts.region_attraction.push_back(p % 2 == 0 ? even : odd);
    }
    for (const double from : km)
      for (const double to : km) {
        provinces.distance_km.push_back(std::fabs(from - to));
        facts.fibre_ms.push_back(2.0 * std::fabs(from - to) / 200.0);
      }
  }
  int count() const { return provinces.count(); }
  double distance(int p, int q) const { return provinces.distance_km[static_cast<std::size_t>(p * count() + q)]; }
  struct Answer {
    std::vector<double> share, origin;
  };
  Answer answer() const {
    std::vector<double> memory(static_cast<std::size_t>(count() * (count() + 3)));
    Answer out{std::vector<double>(cost.size()), std::vector<double>(2 * cost.size())};
    Scratch<double> scratch(memory);
    const auto siting = weigh_sites<double>({inputs, provinces, facts}, cost, columns.in(), scratch);
    share_demand_out<double>({inputs, provinces, facts}, siting, wanted, columns.in(), {out.share, out.origin});
    return out;
  }
  std::vector<double> served() const { return answer().share; }
  /// Section 5 of model.md, written out.
  std::vector<double> literal() const {
    const double hot = columns[inputs.hot_share];
    std::vector<double> dest(cost.size(), 0.0);
    for (int p = 0; p < count(); ++p) {
      double any_sum = 0.0, hot_sum = 0.0;
      for (int q = 0; q < count(); ++q) {
        any_sum += share(p, q);
        hot_sum += near(p, q) ? share(p, q) : 0.0;
      }
      for (int q = 0; q < count(); ++q)
        dest[static_cast<std::size_t>(q)] +=
            wanted[static_cast<std::size_t>(p)] *
            (hot * (near(p, q) ? share(p, q) / hot_sum : 0.0) + (1.0 - hot) * share(p, q) / any_sum);
    }
    return dest;
  }

 private:
  double share(int p, int q) const {
    const auto at = static_cast<std::size_t>(q);
    return facts.attraction[at] * columns[facts.region_attraction[at]] *
           std::exp(-(cost[at] + columns[inputs.transport] * distance(p, q)) / columns[inputs.siting_sensitivity]);
  }
  bool near(int p, int q) const {
    return 2.0 * distance(p, q) / 200.0 + columns[inputs.switching_latency_ms] <= columns[inputs.hot_latency_ms];
  }
};

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

TEST_CASE("four provinces share demand as the logit written out says") {
  Sites sites({0.0, 900.0, 1790.0, 2700.0});
  sites.facts.attraction = {0.4, 0.3, 0.2, 0.1};
  sites.cost = {42e3, 40e3, 35e3, 30e3};
  sites.wanted = {0.5, 0.3, 0.15, 0.05};
  const std::vector<double> found = sites.served(), expected = sites.literal();
  for (std::size_t q = 0; q < 4; ++q) CHECK(found[q] == Approx(expected[q]).epsilon(1e-12));
}

TEST_CASE("what a province serves comes from each region as if the others asked for nothing") {
  Sites sites({0.0, 900.0, 1790.0, 2700.0});
  sites.facts.attraction = {0.4, 0.3, 0.2, 0.1};
  sites.cost = {42e3, 40e3, 35e3, 30e3};
  const std::vector<double> wanted{0.5, 0.3, 0.15, 0.05};
  sites.wanted = wanted;
  const Sites::Answer all = sites.answer();
  for (std::size_t region = 0; region < 2; ++region) {
    for (std::size_t p = 0; p < 4; ++p) sites.wanted[p] = p % 2 == region ? wanted[p] : 0.0;
    const std::vector<double> alone = sites.literal();
    for (std::size_t q = 0; q < 4; ++q)
      CHECK(all.origin[region * 4 + q] * all.share[q] == Approx(alone[q]).epsilon(1e-12));
  }
  for (std::size_t q = 0; q < 4; ++q) CHECK(all.origin[q] + all.origin[4 + q] == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("a province that serves nobody has no origins") {
  Sites sites({0.0, 5000.0});
  sites.facts.attraction = {0.5, 0.5};
  sites.cost = {4e4, 4e4};
  sites.wanted = {1.0, 0.0};
  sites.columns.set(sites.inputs.hot_share, 1.0);
  const Sites::Answer answer = sites.answer();
  CHECK(answer.share[1] == 0.0);
  CHECK(answer.origin[1] == 0.0);
  CHECK(answer.origin[3] == 0.0);
}

TEST_CASE("all demand is served, whatever sites cost and however far they are") {
  std::mt19937_64 generator(13);
  std::uniform_real_distribution<double> uniform;
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<double> km(1 + trial % 8);
    for (double& at : km) at = 4000.0 * uniform(generator);
    Sites sites(km);
    for (std::size_t q = 0; q < km.size(); ++q) {
      sites.facts.attraction.push_back(0.01 + uniform(generator));
      sites.cost.push_back(5e4 * uniform(generator));
      sites.wanted.push_back(0.01 + uniform(generator));
    }
    for (std::vector<double>* shares : {&sites.facts.attraction, &sites.wanted}) {
      const double all = sum(*shares);
      for (double& share : *shares) share /= all;
    }
    sites.columns.set(sites.inputs.siting_sensitivity, trial % 3 == 0 ? 10.0 : 6000.0);  // 10: the least allowed
    sites.columns.set(sites.inputs.hot_share, uniform(generator));
    const std::vector<double> found = sites.served();
    CHECK(sum(found) == Approx(1.0).epsilon(1e-12));
    for (const double share : found) CHECK(share >= 0.0);
  }
}

TEST_CASE("demand that needs a short round trip goes nowhere far") {
  Sites sites({0.0, 1800.0, 1801.0});  // 18 ms in the fibre and 2 ms of switching: just near enough
  sites.facts.attraction = {1.0 / 3, 1.0 / 3, 1.0 / 3};
  sites.cost = {60e3, 50e3, 1e3};
  sites.wanted = {1.0, 0.0, 0.0};
  sites.columns.set(sites.inputs.hot_share, 1.0);
  const std::vector<double> served = sites.served();
  CHECK(served[2] == 0.0);
  CHECK(served[1] > 0.0);
  sites.columns.set(sites.inputs.hot_share, 0.0);
  CHECK(sites.served()[2] > 0.9);
}

TEST_CASE("with the same cost everywhere and no transport, demand follows attraction and the region's weight") {
  Sites sites({0.0, 100.0, 3000.0});
  sites.facts.attraction = {0.5, 0.2, 0.3};
  sites.cost = {4e4, 4e4, 4e4};
  sites.wanted = {0.1, 0.8, 0.1};
  sites.columns.set(sites.inputs.transport, 0.0);
  sites.columns.set(sites.inputs.hot_share, 0.0);
  const std::vector<double> found = sites.served();
  const double all = 0.5 * 1.7 + 0.2 * 0.6 + 0.3 * 1.7;
  CHECK(found[0] == Approx(0.5 * 1.7 / all).epsilon(1e-13));
  CHECK(found[1] == Approx(0.2 * 0.6 / all).epsilon(1e-13));
  CHECK(found[2] == Approx(0.3 * 1.7 / all).epsilon(1e-13));
}

TEST_CASE("power usage rises with the temperature above zero, between floor and cap") {
  const Sites sites({0.0});
  const auto pue = [&](double celsius) { return power_usage<double>(sites.inputs, celsius, sites.columns.in()); };
  CHECK(pue(-20.0) == 1.25);
  CHECK(pue(0.0) == 1.25);
  CHECK(pue(10.0) == Approx(1.43).epsilon(1e-14));
  CHECK(pue(13.5) == Approx(1.5).epsilon(1e-14));
  CHECK(pue(40.0) == 1.5);
}

TEST_CASE("a loan is repaid in equal payments") {
  CHECK(capital_recovery(0.08, 10.0) == Approx(0.1490294887).epsilon(1e-9));  // annuity tables
  CHECK(capital_recovery(0.0, 15.0) == 1.0 / 15.0);
  CHECK(capital_recovery(1e-8, 15.0) == Approx(1.0 / 15.0).epsilon(1e-6));
  CHECK(capital_recovery(-0.02, 10.0) == Approx(-0.02 / (1.0 - std::pow(0.98, -10.0))).epsilon(1e-12));
}

}  // namespace groundwork
