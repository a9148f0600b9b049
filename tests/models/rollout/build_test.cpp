#include "models/rollout/build.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

namespace groundwork {

namespace {

/// One network in `provinces` provinces, all alike at first: cost index and urgency one, no tariff.
struct Country {
  std::vector<Place<double>> list;
  std::vector<double> urgency, cost_index, tariff, committed, starts;
  Places<double> places;

  explicit Country(std::size_t provinces)
      : list(provinces * geotypes, Place<double>{0.0, 0.0}),
        urgency(provinces, 1.0),
        cost_index(provinces, 1.0),
        tariff(provinces, 0.0),
        committed(provinces * geotypes, 0.0),
        starts(provinces * geotypes, 0.0),
        places{list, {}, urgency, cost_index, tariff, {1.0, 1.0, 1.0}} {}
  double find(const Target<double>& target) { return find_gaps<double>(committed, places, target, starts); }
  std::array<WeightedStations<double>, geotypes> start(double planned, double gaps) {
    return start_stations<double>(places, start_scale(places, planned, gaps), starts, committed);
  }
};

const Target<double> coverage_only{{1.0, 1.0, 1.0}, {0.0, 0.0, 0.0}};

}  // namespace

TEST_CASE("one place and one network build as by hand for three quarters") {
  Country country(1);
  country.list[urban].coverage = 100.0;
  country.committed[urban] = 16.0;
  double on_air = 10.0;
  Pipeline<double> pipeline{4.0, 2.0};
  struct Step {
    double plan, gap, on_air, first, second;
  };
  // starts = min(plan, gap); half of each stage moves on
  for (const Step& q : {Step{20, 84, 11, 22, 3}, Step{20, 64, 12.5, 31, 12.5}, Step{100, 44, 18.75, 59.5, 21.75}}) {
    const double gap = country.find(coverage_only);
    CHECK(gap == q.gap);
    country.start(q.plan, gap);
    on_air += pipeline.advance(country.starts[urban], StageRate(0.5));
    CHECK(on_air == Approx(q.on_air).epsilon(1e-14));
    CHECK(pipeline.first == Approx(q.first).epsilon(1e-14));
    CHECK(pipeline.second == Approx(q.second).epsilon(1e-14));
    CHECK(country.committed[urban] == Approx(on_air + pipeline.first + pipeline.second).epsilon(1e-14));
  }
}

TEST_CASE("a place needs the larger of coverage and capacity") {
  Country country(1);
  for (Place<double>& place : country.list) place = {50.0, 1000.0};
  country.places.priority = {1.0, 2.0, 4.0};
  country.committed[rural] = 30.0;
  CHECK(country.find({{1.0, 2.0, 0.1}, {0.06, 0.01, 0.02}}) == 1.0 * 60.0 + 2.0 * 100.0);
  CHECK(country.starts[urban] == 60.0);
  CHECK(country.starts[town] == 100.0);
  CHECK(country.starts[rural] == 0.0);
}

TEST_CASE("starts are added up by kind of settlement and weighted by their provinces") {
  Country country(2);
  country.cost_index = {1.0, 2.0};
  country.tariff = {0.5, 0.25};
  country.starts = {8.0, 4.0, 2.0, 16.0, 32.0, 64.0};
  const auto sums = country.start(1e9, 1.0);
  for (std::size_t a = 0; a < geotypes; ++a) {
    const double here = std::vector{8.0, 4.0, 2.0}[a], there = std::vector{16.0, 32.0, 64.0}[a];
    CHECK(sums[a].stations == here + there);
    CHECK(sums[a].by_cost_index == here + 2.0 * there);
    CHECK(sums[a].by_tariff == 0.5 * here + 0.25 * there);
    CHECK(country.committed[a] == here);
  }
}

TEST_CASE("a volume is priced by its kind of settlement") {
  const Volume<double> volume = volume_of<double>({6.0, 9.0, 3.0}, 2.0, {0.25, 0.5});
  CHECK(volume.stations == 6.0);
  CHECK(volume.further == 3.0);
  CHECK(volume.single_price == 18.0);
  CHECK(volume.further_price == 9.0);
  CHECK(volume.tariff == 3.0);
  CHECK(volume.further_tariff == 1.5);
  CHECK(volume.cobuilt == 1.5);
}

TEST_CASE("a sum of work moves on as each of its parts") {
  std::mt19937_64 generator(31);
  std::uniform_real_distribution<double> uniform;
  constexpr double price_factor = 1.2;
  constexpr CobuiltPart<double> cobuilt{0.35, 0.7};
  const StageRate rate(0.4);
  std::vector<Pipeline<double>> parts(20);
  std::vector<double> cost_index, tariff;
  Pipeline<Volume<double>> sum;
  const auto volume = [&](std::size_t p, double stations) {
    WeightedStations<double> here;
    here.add(stations, cost_index[p], tariff[p]);
    return volume_of(here, price_factor, cobuilt);
  };
  for (std::size_t p = 0; p < parts.size(); ++p) {
    parts[p] = {100.0 * uniform(generator), 100.0 * uniform(generator)};
    cost_index.push_back(0.5 + uniform(generator));
    tariff.push_back(uniform(generator));
    sum.first += volume(p, parts[p].first);
    sum.second += volume(p, parts[p].second);
  }
  for (int quarter = 0; quarter < 44; ++quarter) {
    Volume<double> started, expected;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const double starts = 50.0 * uniform(generator);
      started += volume(p, starts);
      expected += volume(p, parts[p].advance(starts, rate));
    }
    const Volume<double> completed = sum.advance(started, rate);
    CHECK(completed.stations == Approx(expected.stations).epsilon(1e-13));
    CHECK(completed.further == Approx(expected.further).epsilon(1e-13));
    CHECK(completed.single_price == Approx(expected.single_price).epsilon(1e-13));
    CHECK(completed.further_price == Approx(expected.further_price).epsilon(1e-13));
    CHECK(completed.tariff == Approx(expected.tariff).epsilon(1e-13));
    CHECK(completed.further_tariff == Approx(expected.further_tariff).epsilon(1e-13));
    CHECK(completed.cobuilt == Approx(expected.cobuilt).epsilon(1e-13));
  }
}

TEST_CASE("starts exceed neither the plan nor any gap") {
  std::mt19937_64 generator(29);
  std::uniform_real_distribution<double> uniform;
  for (int trial = 0; trial < 300; ++trial) {
    Country country(5);
    for (Place<double>& place : country.list) place = {1000.0 * uniform(generator), 1000.0 * uniform(generator)};
    for (double& stations : country.committed) stations = 990.0 * uniform(generator);
    for (double& urgency : country.urgency) urgency = 3.0 * uniform(generator);
    for (double& priority : country.places.priority) priority = uniform(generator);
    const double plan = trial % 10 == 0 ? 0.0 : 6000.0 * uniform(generator) * uniform(generator);
    const double all_gaps = country.find(coverage_only);
    const std::vector<double> gaps = country.starts, before = country.committed;
    country.start(plan, all_gaps);
    double all = 0.0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      CHECK(country.starts[i] >= 0.0);
      CHECK(country.starts[i] <= gaps[i]);
      CHECK(country.committed[i] == before[i] + country.starts[i]);
      all += country.starts[i];
    }
    CHECK(all <= plan + 1e-9);
  }
}

TEST_CASE("a plan that is small beside the gaps is started whole") {
  Country country(2);
  for (Place<double>& place : country.list) place = {500.0, 0.0};
  country.urgency = {0.3, 0.3};
  const auto sums = country.start(60.0, country.find(coverage_only));
  CHECK(sums[urban].stations + sums[town].stations + sums[rural].stations == Approx(60.0).epsilon(1e-14));
}

}  // namespace groundwork
