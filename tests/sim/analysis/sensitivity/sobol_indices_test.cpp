#include "sim/analysis/sensitivity/sobol_indices.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/analysis/sensitivity/sobol_design.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

RunOptions keep_y() {
  RunOptions options;
  options.threads = 2;
  options.keep_cells = {0};
  return options;
}

SobolIndices indices_of(Study& study, const std::vector<Factor>& groups, std::int64_t paths,
                        Sampler sampler = Sampler::mc, std::uint64_t seed = 7) {
  study.scenario.run = {paths, seed, sampler};
  return run_sobol_design(study, independent_factors(study, groups), keep_y()).value().indices.front();
}

/// Within four standard errors (a false alarm in 16,000; with the 16 randomisations' t, one in 900), which are small.
void check_near(const Estimate& estimate, double truth, double largest_error) {
  INFO(estimate.value << " +- " << estimate.standard_error << ", should be " << truth);
  CHECK(std::fabs(estimate.value - truth) < 4.0 * estimate.standard_error + 1e-12);
  CHECK(estimate.standard_error < largest_error);
}

}  // namespace

TEST_CASE("designed indices are those of Ishigami's function, with every sampler") {
  const std::vector<double> first{0.3139051911, 0.4424111448, 0.0}, total{0.5575888552, 0.4424111448, 0.2436836641};
  Study study = read_function(ishigami());
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol}) {
    const SobolIndices found = indices_of(study, {}, 32'768, sampler);
    for (std::size_t i = 0; i < 3; ++i) {
      check_near(found.first[i], first[i], 0.012);
      check_near(found.total[i], total[i], 0.012);
    }
    check_near(found.explained, first[0] + first[1], 0.015);
  }
}

TEST_CASE("designed indices are those of Sobol's G function") {
  const std::vector<double> a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
  Study study = read_function(sobol_g(a));
  const SobolIndices found = indices_of(study, {}, 32'768);
  for (std::size_t i = 0; i < a.size(); ++i) {
    check_near(found.first[i], sobol_g_first(a)[i], 0.012);
    check_near(found.total[i], sobol_g_total(a)[i], 0.012);
  }
}

TEST_CASE("a group has what its members do together") {
  // Of Ishigami's first and third input: all but what the second does, which is alone.
  const Factor group{"both", {0, 2}, {"case.x0", "case.x2"}};
  Study study = read_function(ishigami());
  const SobolIndices found = indices_of(study, {group}, 32'768);
  REQUIRE(found.first.size() == 2);
  check_near(found.first[0], 0.5575888552, 0.012);
  check_near(found.total[0], 0.5575888552, 0.012);
  check_near(found.first[1], 0.4424111448, 0.012);
  check_near(found.explained, 1.0, 0.015);
}

TEST_CASE("correlated inputs are one factor, with the share that is theirs together") {
  Study study = read_function(linear_function({1.0, 1.0, 1.0}),
                              "[[correlation]]\nbetween = ['case.x0', 'case.x1']\nspearman = 0.5\n");
  const SobolIndices found = indices_of(study, {}, 16'384);  // ranks are the inputs: variances 3 and 1
  REQUIRE(found.first.size() == 2);
  check_near(found.first[0], 0.75, 0.015);
  check_near(found.total[1], 0.25, 0.015);
}

TEST_CASE("an input without effect has indices of exactly zero") {
  Study study = read_function(linear_function({1.0, 0.0}));
  const SobolIndices found = indices_of(study, {}, 1000);
  CHECK(found.first[1].value == 0.0);
  CHECK(found.total[1].value == 0.0);
}

TEST_CASE("bootstrap intervals cover the truth as often as they say") {
  Study study = read_function(ishigami());
  const std::vector<double> first{0.3139051911, 0.4424111448, 0.0}, total{0.5575888552, 0.4424111448, 0.2436836641};
  std::vector<int> covered(6, 0);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const SobolIndices found = indices_of(study, {}, 1000, Sampler::mc, seed);
    for (std::size_t i = 0; i < 3; ++i) {
      covered[i] += found.first[i].low <= first[i] && first[i] <= found.first[i].high ? 1 : 0;
      covered[3 + i] += found.total[i].low <= total[i] && total[i] <= found.total[i].high ? 1 : 0;
    }
  }
  // 190 expected, standard deviation 3.1: fewer than 177 is a false alarm in 10,000.
  for (const int count : covered) CHECK(count >= 177);
}

TEST_CASE("a figure that never changes has no indices, and paths without a value are left out") {
  TestFunction function = linear_function({1.0, 1.0});
  function.value = [](const std::vector<double>&) { return 2.0; };
  Study constant = read_function(function);
  CHECK(indices_of(constant, {}, 100).is_constant);
  function.value = [](const std::vector<double>& x) { return x[0] < 0.1 ? std::nan("") : x[0]; };
  Study partly = read_function(function);
  const SobolIndices found = indices_of(partly, {}, 4000);
  CHECK(found.paths + found.undefined == 4000);
  check_near(found.first[0], 1.0, 0.05);
}

TEST_CASE("nothing comes of a design that was stopped") {
  const Study study = read_function(ishigami());
  const std::atomic<bool> stop = true;
  RunOptions options = keep_y();
  options.stop = &stop;
  CHECK_FALSE(run_sobol_design(study, independent_factors(study, {}), options));
}

}  // namespace groundwork
