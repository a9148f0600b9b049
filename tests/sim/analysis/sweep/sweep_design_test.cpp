#include "sim/analysis/sweep/sweep_design.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

SweepFactor range_factor(const std::string& key, double from, double to, Spacing spacing = Spacing::linear) {
  return {key, {{key, {}}}, {}, SweepRange{{from}, {to}, spacing, {}}, {}};
}

SweepFactor list_factor(const std::string& key, const std::vector<std::string>& values) {
  SweepFactor factor{key, {{key, {}}}, {}, std::nullopt, {}};
  for (const std::string& value : values) factor.levels.push_back({{value}, {}});
  return factor;
}

SweepFile hypercube(std::vector<SweepFactor> factors, std::int64_t points, std::uint64_t seed) {
  SweepFile sweep;
  sweep.kind = SweepKind::latin_hypercube;
  sweep.points = points;
  sweep.seed = seed;
  sweep.factors = std::move(factors);
  return sweep;
}

std::vector<double> column(const SweepDesign& design, std::size_t input) {
  std::vector<double> values;
  for (std::int64_t point = 0; point < design.points(); ++point) {
    double value = 0.0;
    REQUIRE(parse_number(design.values(point)[input], value));
    values.push_back(value);
  }
  return values;
}

}  // namespace

TEST_CASE("a grid has every combination once, the last factor changing fastest") {
  SweepFile sweep;
  sweep.factors = {list_factor("a", {"1", "2", "3"}), list_factor("b", {"true", "false"})};
  const SweepDesign design(sweep);
  REQUIRE(design.points() == 6);
  CHECK(design.values(0) == std::vector<std::string>{"1", "true"});
  CHECK(design.values(1) == std::vector<std::string>{"1", "false"});
  CHECK(design.values(5) == std::vector<std::string>{"3", "false"});
  std::set<std::vector<std::string>> all;
  for (std::int64_t point = 0; point < 6; ++point) all.insert(design.values(point));
  CHECK(all.size() == 6);
}

TEST_CASE("a hypercube hits each part of each range once, on either scale, for any number of points") {
  for (const std::int64_t points : {2, 7, 100, 1000})
    for (const std::uint64_t seed : {0U, 1U, 62U}) {
      const SweepDesign design(
          hypercube({range_factor("a", -5, 5), range_factor("b", 0.01, 100, Spacing::logarithmic)}, points, seed));
      std::vector<std::int64_t> a, b;
      for (const double value : column(design, 0))
        a.push_back(static_cast<std::int64_t>((value + 5.0) / 10.0 * static_cast<double>(points)));
      for (const double value : column(design, 1))
        b.push_back(static_cast<std::int64_t>(std::log(value / 0.01) / std::log(1e4) * static_cast<double>(points)));
      for (auto* strata : {&a, &b}) {
        std::ranges::sort(*strata);
        for (std::int64_t i = 0; i < points; ++i) CHECK((*strata)[static_cast<std::size_t>(i)] == i);
      }
    }
}

TEST_CASE("a list in a hypercube gives each of its values the same share of the points") {
  const SweepDesign design(hypercube({list_factor("a", {"1", "2", "3", "4"}), range_factor("b", 0, 1)}, 40, 5));
  const std::vector<double> values = column(design, 0);
  for (const double value : {1.0, 2.0, 3.0, 4.0}) CHECK(std::ranges::count(values, value) == 10);
}

TEST_CASE("a factor's places do not depend on the other factors, and depend on the seed") {
  const SweepDesign alone(hypercube({range_factor("b", 0, 1)}, 50, 9));
  const SweepDesign both(hypercube({range_factor("a", 0, 1), range_factor("b", 0, 1)}, 50, 9));
  const SweepDesign other(hypercube({range_factor("b", 0, 1)}, 50, 10));
  CHECK(column(alone, 0) == column(both, 1));
  CHECK(column(alone, 0) != column(both, 0));
  CHECK(column(alone, 0) != column(other, 0));
}

TEST_CASE("steps are evenly spaced, end where they should and are short to write") {
  const SweepRange linear{{0.8}, {1.2}, Spacing::linear, {}};
  CHECK(linear.at(0.25).values == std::vector<std::string>{"0.9"});
  CHECK(linear.at(0.75).values == std::vector<std::string>{"1.1"});
  CHECK(linear.at(1.0).values == std::vector<std::string>{"1.2"});
  const SweepRange log{{1.0, 5.0}, {10000.0, 5000.0}, Spacing::logarithmic, {}};
  CHECK(log.at(0.5).values == std::vector<std::string>{"100", "158.113883008"});
}

}  // namespace groundwork
