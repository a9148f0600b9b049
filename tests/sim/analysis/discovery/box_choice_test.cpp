#include "sim/analysis/discovery/box_choice.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/analysis/discovery/synthetic.hpp"

namespace groundwork {

TEST_CASE("a box is worth its coverage times how far its density is from that of all to one") {
  const CaseCount all{100, 20};
  CHECK(worth({100, 20}, all) == 0.0);
  CHECK(worth({20, 20}, all) == 1.0);
  CHECK(worth({20, 10}, all) == Approx(0.5 * 0.3 / 0.8));
  CHECK(worth({20, 2}, all) < 0.0);
  CHECK(worth({0, 0}, all) == 0.0);
  CHECK(worth({50, 50}, {100, 100}) == 0.0);
}

TEST_CASE("a quasi-p-value is the binomial tail of the box without the restriction") {
  // Ten paths with x = 0.05, 0.15, …; cases are 3, 7, 8 and 9. The box x >= 0.55 has 3 of 5, all 4 of 10.
  Synthetic data(1, 10, 1);
  for (std::size_t i = 0; i < 10; ++i) data.columns[0][i] = 0.05 + 0.1 * static_cast<double>(i);
  data.when([](const std::vector<double>& x) { return x[0] > 0.7 || std::fabs(x[0] - 0.35) < 0.01; });
  const Box box{{0, 0.5}};
  // P(B(5, 0.4) >= 3) = 10·0.4³·0.6² + 5·0.4⁴·0.6 + 0.4⁵
  CHECK(quasi_p(box, 0, {data.cases, data.paths}) == Approx(0.2304 + 0.0768 + 0.01024).epsilon(1e-12));
  CHECK(quasi_p({{0, 2.0}}, 0, {data.cases, data.paths}) == 1.0);
}

TEST_CASE("the step is that of the best trade-off, or the first that is dense enough") {
  Synthetic data(2, 20000, 4);
  data.when([](const std::vector<double>& x) { return x[0] > 0.5 && std::fmod(100.0 * x[1], 1.0) < x[0]; });
  const auto trajectory = peel(data.cases, sorted_paths(data.cases, data.paths), {0.05, 1000});
  const Searched searched{data.cases, data.paths};
  const auto density = [&](const Box& box) { return count_in(box, data.cases, data.paths).density(); };
  const Choice best = choose(trajectory, searched, {});
  for (const PeelStep& step : trajectory)
    CHECK(worth(step.count, trajectory.front().count) <= worth(trajectory[best.step].count, trajectory.front().count));
  ChoiceSettings wanted;
  wanted.density = 0.9;
  const Choice dense = choose(trajectory, searched, wanted);
  CHECK(density(dense.box) >= 0.9);
  CHECK(dense.step > best.step);
  for (std::size_t step = 0; step < dense.step; ++step)
    CHECK(
        (trajectory[step].count.density() < 0.9 || density(simplified(trajectory[step].box, searched, wanted)) < 0.9));
  wanted.density = 1.0;
  CHECK(density(choose(trajectory, searched, wanted).box) >= density(dense.box));
}

TEST_CASE("a restriction that chance explains is left out, one that matters stays") {
  Synthetic data(3, 4000, 2);
  data.when([](const std::vector<double>& x) { return x[0] > 0.5; });
  const Box box{{0, 0.5}, {2, 0.3}};
  const Box simple = simplified(box, {data.cases, data.paths}, {});
  REQUIRE(simple.size() == 1);
  CHECK(simple[0].variable == 0);
}

TEST_CASE("a restriction that matters little is left out, but not below the density that is wanted") {
  Synthetic data(2, 20000, 3);
  data.when([](const std::vector<double>& x) { return x[0] > 0.5 && x[1] > 0.02; });
  const Box box{{0, 0.5}, {1, 0.02}};
  CHECK(simplified(box, {data.cases, data.paths}, {}).size() == 1);
  ChoiceSettings wanted;
  wanted.density = 0.99;
  CHECK(simplified(box, {data.cases, data.paths}, wanted).size() == 2);
}

TEST_CASE("pure noise leaves a box without restrictions") {
  // The cases of 40 data sets depend on nothing. Each restriction is tested at 5 % for all variables together, so a box
  // in more than two of them would say that the test does not do what it should.
  int boxes = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Synthetic data(20, 2000, 100 + seed);
    std::mt19937_64 generator(seed);
    data.when([&](const std::vector<double>&) { return generator() % 10 < 3; });
    const auto trajectory = peel(data.cases, sorted_paths(data.cases, data.paths), {0.05, 100});
    boxes += choose(trajectory, {data.cases, data.paths}, {}).box.empty() ? 0 : 1;
  }
  CHECK(boxes <= 2);
}

}  // namespace groundwork
