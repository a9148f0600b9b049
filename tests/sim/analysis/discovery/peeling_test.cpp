#include "sim/analysis/discovery/peeling.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/analysis/discovery/pasting.hpp"
#include "tests/sim/analysis/discovery/synthetic.hpp"

namespace groundwork {

namespace {

bool in_corner(const std::vector<double>& x) { return x[1] > 0.6 && x[3] < 0.5; }

std::vector<PeelStep> peel_all(const Synthetic& data, double share = 0.05, std::int64_t least = 1000) {
  return peel(data.cases, sorted_paths(data.cases, data.paths), {share, least});
}

}  // namespace

TEST_CASE("peeling finds the corner that holds all cases") {
  Synthetic data(5, 20000, 1);
  data.when(in_corner);
  const Box box = peel_all(data).back().box;
  REQUIRE(box.size() == 2);
  CHECK(box[0].variable == 1);
  CHECK(box[1].variable == 3);
  // One peel takes at most a twentieth of what is left of a variable, so a limit is at most that far inside.
  CHECK(box[0].low == Approx(0.6).margin(0.05 * 0.4 + 0.005));
  CHECK(box[0].low >= 0.6 - 0.005);
  CHECK(box[1].high == Approx(0.5).margin(0.05 * 0.5 + 0.005));
  CHECK(std::isinf(box[0].high));
  CHECK(std::isinf(box[1].low));
}

TEST_CASE("pasting takes back what peeling took too much of, and no more") {
  Synthetic data(5, 20000, 2);
  data.when(in_corner);
  const Box peeled{{1, 0.7}, {3, -std::numeric_limits<double>::infinity(), 0.4}};
  const Box box = paste(peeled, data.cases, data.paths, 0.001);
  REQUIRE(box.size() == 2);
  CHECK(box[0].low == Approx(0.6).margin(0.002));
  CHECK(box[0].low > 0.6);
  CHECK(box[1].high == Approx(0.5).margin(0.002));
  CHECK(box[1].high < 0.5);
}

TEST_CASE("pasting lifts a limit that keeps nothing but cases out") {
  Synthetic data(2, 5000, 3);
  data.when([](const std::vector<double>& x) { return x[0] > 0.5; });
  const Box box = paste({{0, 0.6}, {1, 0.3}}, data.cases, data.paths, 0.05);
  REQUIRE(box.size() == 1);
  CHECK(box[0].variable == 0);
}

TEST_CASE("every step of the trajectory is smaller and denser, counts what its box holds, and keeps enough paths") {
  Synthetic data(8, 5000, 4);
  data.when([](const std::vector<double>& x) { return x[0] + x[1] - 2.0 * x[2] * x[4] > 0.7; });
  const std::vector<PeelStep> trajectory = peel_all(data, 0.05, 250);
  REQUIRE(trajectory.size() > 20);
  CHECK(trajectory.front().box.empty());
  for (std::size_t i = 0; i < trajectory.size(); ++i) {
    const CaseCount brute = count_in(trajectory[i].box, data.cases, data.paths);
    CHECK(trajectory[i].count.paths == brute.paths);
    CHECK(trajectory[i].count.cases == brute.cases);
    CHECK(brute.paths >= 250);
    if (i == 0) continue;
    const CaseCount before = trajectory[i - 1].count;
    CHECK(brute.paths == before.paths - static_cast<std::int64_t>(0.05 * static_cast<double>(before.paths)));
    CHECK(brute.density() > before.density());
  }
}

TEST_CASE("a peel is the best of all peels") {
  Synthetic data(4, 1000, 5);
  data.when([](const std::vector<double>& x) { return x[0] > 0.4 && x[2] + x[1] > 0.5; });
  const PeelStep first = peel_all(data, 0.1, 1)[1];
  for (int variable = 0; variable < 4; ++variable)
    for (const Side side : {Side::low, Side::high}) {
      std::vector<double> sorted = data.columns[static_cast<std::size_t>(variable)];
      std::ranges::sort(sorted);
      const double limit = side == Side::low ? sorted[100] : sorted[899];
      CHECK(count_in(with_limit({}, variable, side, limit), data.cases, data.paths).density() <= first.count.density());
    }
}

TEST_CASE("monotone transformations of the variables change limits and not boxes") {
  Synthetic plain(6, 4000, 6), bent(6, 4000, 6);
  const auto happens = [](const std::vector<double>& x) { return x[0] > 0.5 && x[1] < 0.7 && x[5] > 0.2; };
  plain.when(happens);
  for (std::vector<double>& column : bent.columns)
    for (double& value : column) value = std::exp(5.0 * value) - 2.0;
  bent.when([](const std::vector<double>&) { return false; });
  bent.cases.happened = plain.cases.happened;
  const auto one = peel_all(plain, 0.05, 100), other = peel_all(bent, 0.05, 100);
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i)
    CHECK(paths_in(one[i].box, plain.cases, plain.paths) == paths_in(other[i].box, bent.cases, bent.paths));
  const Box pasted = paste(one.back().box, plain.cases, plain.paths, 0.05);
  CHECK(paths_in(pasted, plain.cases, plain.paths) ==
        paths_in(paste(other.back().box, bent.cases, bent.paths, 0.05), bent.cases, bent.paths));
}

TEST_CASE("whole values are peeled whole") {
  Synthetic data(2, 4000, 7);
  for (double& value : data.columns[0]) value = std::floor(4.0 * value);  // 0, 1, 2, 3
  data.when([](const std::vector<double>& x) { return x[0] >= 2.0; });
  const Box box = peel_all(data, 0.05, 100).back().box;
  REQUIRE(box.size() == 1);
  CHECK(box[0].low == 2.0);
}

TEST_CASE("many equal values are taken off with no more than was asked for, if few come first") {
  Synthetic data(1, 100, 8);
  for (std::size_t i = 0; i < 100; ++i) data.columns[0][i] = i < 3 ? 0.0 : i < 60 ? 1.0 : 2.0;
  data.when([](const std::vector<double>& x) { return x[0] > 1.5; });
  const std::vector<PeelStep> trajectory = peel_all(data, 0.1, 1);
  REQUIRE(trajectory.size() == 3);
  CHECK(trajectory[1].count.paths == 97);
  CHECK(trajectory[2].count.paths == 40);
}

TEST_CASE("of equal peels the first variable's is taken, low before high") {
  Synthetic data(3, 500, 9);
  data.columns[2] = data.columns[1];
  data.when([](const std::vector<double>& x) { return x[1] > 0.5; });
  for (const PeelStep& step : peel_all(data, 0.05, 10)) CHECK(step.variable < 2);
}

TEST_CASE("where all paths are cases there is nothing to peel") {
  Synthetic data(2, 100, 10);
  data.when([](const std::vector<double>&) { return true; });
  CHECK(peel_all(data, 0.05, 1).size() == 1);
}

}  // namespace groundwork
