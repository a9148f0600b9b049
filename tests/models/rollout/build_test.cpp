#include "models/rollout/build.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

namespace groundwork {

namespace {

/// A network with no co-building in `provinces` provinces.
struct Country {
  std::vector<Place<double>> places;
  std::vector<Sites<double>> sites;
  NetworkState<double> network;

  explicit Country(std::size_t provinces)
      : places(provinces * geotypes, {0.0, 0.0, 1.0, 0.0}), sites(provinces * geotypes, {0.0, {0.0, 0.0}, 0.0}) {
    network.sites = sites;
    network.further = {0.0, 0.0, 0.0};
  }
  double find(const Target<double>& target) { return find_gaps<double>(network, places, target); }
  Completions<double> run(int province, double scale, double rate) {
    return build<double>(network, places, province, {scale, rate}, {1.0, 2.0, 4.0});
  }
};

const Target<double> coverage_only{{1.0, 1.0, 1.0}, {0.0, 0.0, 0.0}};

}  // namespace

TEST_CASE("one place and one network build as by hand for three quarters") {
  Country country(1);
  country.places[urban].coverage = 100.0;
  country.sites[urban] = {10.0, {4.0, 2.0}, 0.0};
  struct Step {
    double plan, gap, on_air, first, second;
  };
  // starts = min(plan, gap); half of each stage moves on
  for (const Step& q : {Step{20, 84, 11, 22, 3}, Step{20, 64, 12.5, 31, 12.5}, Step{100, 44, 18.75, 59.5, 21.75}}) {
    const double before = country.sites[urban].on_air;
    const double gap = country.find(coverage_only);
    CHECK(gap == q.gap);
    const Completions<double> done = country.run(0, q.plan / gap, 0.5);
    CHECK(country.sites[urban].on_air == Approx(q.on_air).epsilon(1e-14));
    CHECK(country.sites[urban].pipeline.first == Approx(q.first).epsilon(1e-14));
    CHECK(country.sites[urban].pipeline.second == Approx(q.second).epsilon(1e-14));
    CHECK(done.stations == Approx(q.on_air - before).epsilon(1e-14));
  }
}

TEST_CASE("a place needs the larger of coverage and capacity") {
  Country country(1);
  country.places[urban] = {50.0, 1000.0, 1.0, 0.0};
  country.places[town] = {50.0, 1000.0, 2.0, 0.0};
  country.places[rural] = {50.0, 1000.0, 4.0, 0.0};
  country.sites[rural] = {30.0, {0.0, 0.0}, 0.0};
  CHECK(country.find({{1.0, 2.0, 0.1}, {0.06, 0.01, 0.02}}) == 1.0 * 60.0 + 2.0 * 100.0);
  CHECK(country.sites[urban].gap == 60.0);
  CHECK(country.sites[town].gap == 100.0);
  CHECK(country.sites[rural].gap == 0.0);
}

TEST_CASE("what is completed is priced by its kind of settlement") {
  Country country(1);
  for (auto& sites : country.sites) sites.pipeline.second = 8.0;
  country.network.further = {0.0, 0.5, 1.0};
  const Completions<double> done = country.run(0, 0.0, 0.25);
  CHECK(done.stations == 6.0);
  CHECK(done.single_price == 2.0 * (1 + 2 + 4));
  CHECK(done.further_price == 2.0 * (0.5 * 2 + 1.0 * 4));
}

TEST_CASE("starts exceed neither the plan nor any gap") {
  std::mt19937_64 generator(29);
  std::uniform_real_distribution<double> uniform;
  constexpr std::size_t provinces = 5;
  for (int trial = 0; trial < 300; ++trial) {
    Country country(provinces);
    for (auto& place : country.places)
      place = {1000.0 * uniform(generator), 1000.0 * uniform(generator), 3.0 * uniform(generator), 0.0};
    for (auto& sites : country.sites) sites = {900.0 * uniform(generator), {90.0 * uniform(generator), 0.0}, 0.0};
    const double plan = trial % 10 == 0 ? 0.0 : 6000.0 * uniform(generator) * uniform(generator);
    const double gaps = country.find(coverage_only);
    const double scale = plan / std::max(gaps, 1e-9);
    double all = 0.0;
    for (std::size_t p = 0; p < provinces; ++p) {
      const std::vector<Sites<double>> before = country.sites;
      country.run(static_cast<int>(p), scale, 0.4);
      for (std::size_t i = p * geotypes; i < (p + 1) * geotypes; ++i) {
        const auto held = [](const Sites<double>& s) { return s.on_air + s.pipeline.first + s.pipeline.second; };
        const double starts = held(country.sites[i]) - held(before[i]);
        CHECK(starts >= -1e-10);
        CHECK(starts <= before[i].gap + 1e-10);
        CHECK(country.sites[i].on_air >= before[i].on_air);
        all += starts;
      }
    }
    CHECK(all <= plan + 1e-9);
  }
}

TEST_CASE("a plan that is small beside the gaps is started whole") {
  Country country(2);
  for (auto& place : country.places) place = {500.0, 0.0, 0.3, 0.0};
  const double gaps = country.find(coverage_only);
  double all = 0.0;
  for (int p = 0; p < 2; ++p) country.run(p, 60.0 / gaps, 0.5);
  for (const auto& sites : country.sites) all += sites.pipeline.first;
  CHECK(all == Approx(60.0).epsilon(1e-14));
}

}  // namespace groundwork
