#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

Results run(const Study& study, std::int64_t paths, Sampler sampler = Sampler::mc, bool keep_paths = false) {
  RunOptions options;
  options.threads = 2;
  options.isa = available_isas().back();
  options.keep_paths = keep_paths;
  return run_paths(study, {paths, 7, sampler}, options);
}

const std::vector<double>& kept(const Results& results, int cell) {
  const auto found = std::ranges::find(results.kept, cell, &KeptColumn::cell);
  REQUIRE(found != results.kept.end());
  return found->values;
}

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> rank(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<double>(i);
  return rank;
}

double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> ra = ranks(a), rb = ranks(b);
  double squares = 0.0;
  for (std::size_t i = 0; i < ra.size(); ++i) squares += (ra[i] - rb[i]) * (ra[i] - rb[i]);
  const auto n = static_cast<double>(a.size());
  return 1.0 - 6.0 * squares / (n * (n * n - 1.0));
}

const std::string extra = R"([[extra]]
name = "first"
value = { dist = "pert", min = 0, mode = 1, max = 5, unit = "1", source = "test" }
)";

std::string correlated(double spearman) {
  return "[[correlation]]\nbetween = [\"toy.x\", \"toy.y\"]\nspearman = " + std::to_string(spearman) + "\n";
}

}  // namespace

TEST_CASE("Latin hypercubes and Sobol points know a smooth mean better than plain Monte Carlo, and say so") {
  const Study study = read_toy();
  const auto sum = static_cast<std::size_t>(program_of(study).cells.sum + 4);
  const auto product = static_cast<std::size_t>(program_of(study).cells.product);
  const Results mc = run(study, 8192), lhs = run(study, 8192, Sampler::lhs), sobol = run(study, 8192, Sampler::sobol);
  CHECK(mc.cells[sum].standard_error == Approx(std::sqrt(1.0 / 6.0 / 8192.0)).epsilon(0.05));
  // a Latin hypercube takes nearly all error out of a sum, and out of x·y what is not interaction: 1/7 is left
  CHECK(lhs.cells[sum].standard_error < 0.02 * mc.cells[sum].standard_error);
  CHECK(lhs.cells[product].standard_error < 0.7 * mc.cells[product].standard_error);
  CHECK(sobol.cells[sum].standard_error < 0.1 * mc.cells[sum].standard_error);
  CHECK(sobol.cells[product].standard_error < 0.1 * mc.cells[product].standard_error);
  // Six standard errors of Student's distribution with 15 degrees of freedom: a false alarm in 40,000.
  for (const Results* results : {&lhs, &sobol}) {
    CHECK(std::fabs(results->cells[sum].mean - 1.0) < 6.0 * results->cells[sum].standard_error);
    CHECK(std::fabs(results->cells[product].mean - 0.25) < 6.0 * results->cells[product].standard_error);
  }
}

TEST_CASE("an input's draws stay as they are when another input is added before it") {
  const Study one = read_toy(), two = read_toy(extra);
  CHECK(program_of(one).x.column != program_of(two).x.column);
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs}) {
    const Results before = run(one, 1000, sampler, true), after = run(two, 1000, sampler, true);
    for (const int cell : {program_of(one).cells.x, program_of(one).cells.y, program_of(one).cells.noise})
      CHECK(kept(before, cell) == kept(after, cell));
  }
}

TEST_CASE("an input's draws stay as they are when another's distribution changes") {
  const Study one = read_toy(), other = read_toy("", {"toy.y={dist='normal', mean=3, sd=2}"});
  const Study fixed = read_toy("", {"toy.y=0.5"});
  const int x = program_of(one).cells.x;
  const Results expected = run(one, 1000, Sampler::mc, true);
  CHECK(kept(run(other, 1000, Sampler::mc, true), x) == kept(expected, x));
  CHECK(kept(run(fixed, 1000, Sampler::mc, true), x) == kept(expected, x));
}

TEST_CASE("two inputs have the rank correlation that was asked for") {
  constexpr std::int64_t paths = 40'000;
  for (const double spearman : {-0.8, 0.0, 0.4, 0.95}) {
    INFO(spearman);
    const Study study = read_toy(correlated(spearman));
    const Results results = run(study, paths, Sampler::mc, true);
    const ToyCells& cells = program_of(study).cells;
    const double found = rank_correlation(kept(results, cells.x), kept(results, cells.y));
    // Four standard errors on Fisher's scale (Bonett and Wright 2000): a false alarm in 16,000; catches 0.02 at zero.
    const double error = std::sqrt((1.0 + spearman * spearman / 2.0) / static_cast<double>(paths - 3));
    CHECK(std::fabs(std::atanh(found) - std::atanh(spearman)) < 4.0 * error);
  }
}

TEST_CASE("correlation leaves each input's own distribution as it was") {
  const Study study = read_toy(correlated(0.9));
  const Results results = run(study, 40'000);
  for (const int cell : {program_of(study).cells.x, program_of(study).cells.y})
    for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
      const double p = summary_probabilities[i];
      // Four standard errors: a false alarm in 16,000 for each.
      CHECK(std::fabs(results.cells[static_cast<std::size_t>(cell)].quantile[i] - p) <
            4.0 * std::sqrt(p * (1.0 - p) / 40'000.0));
    }
}

TEST_CASE("headline figures hardly change where exact columns give way to the sketch") {
  const Study study = read_toy("", {"toy.y={dist='lognormal', mean=1, sd=0.5}"});
  const Results exact = run(study, exact_paths), sketched = run(study, exact_paths + 1);
  for (const int cell : exact.table.headline_cells()) {
    const Summary& a = exact.cells[static_cast<std::size_t>(cell)];
    const Summary& b = sketched.cells[static_cast<std::size_t>(cell)];
    INFO("cell " << cell);
    CHECK(b.mean == Approx(a.mean).epsilon(1e-4).margin(1e-4));
    CHECK(b.standard_deviation == Approx(a.standard_deviation).epsilon(1e-4));
    for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
      // a bucket is (spread + distance)/64 wide, the spread a power of two near the standard deviation
      const double bucket = (2.0 * a.standard_deviation + std::fabs(a.quantile[i] - a.mean)) / 64.0;
      CHECK(std::fabs(b.quantile[i] - a.quantile[i]) <= bucket);
      CHECK(std::fabs(b.low[i] - a.low[i]) <= 2.0 * bucket);
      CHECK(std::fabs(b.high[i] - a.high[i]) <= 2.0 * bucket);
    }
    CHECK(b.share_at_minimum == Approx(a.share_at_minimum).margin(1e-5));
  }
}

TEST_CASE("the central path has every input at its mean and every draw at its central value") {
  const Study study = read_toy("", {"toy.y={dist='uniform', min=1, max=4}"});
  const PathRecord central = central_path(study, available_isas().back());
  CHECK(central.inputs == std::vector<double>{0.5, 2.5, 0.0, 0.0});
  CHECK(central.outputs[static_cast<std::size_t>(program_of(study).cells.sum + 4)] == 3.0);
  const Results results = central_results(study, Isa::scalar);
  CHECK(results.is_central);
  CHECK(results.is_complete());
  CHECK(results.cells[4].mean == 3.0);
  CHECK(results.cells[4].quantile[0] == 3.0);
  CHECK(results.cells[4].standard_error == 0.0);
  CHECK(results.cells[static_cast<std::size_t>(program_of(study).cells.root)].undefined == 1);
}

TEST_CASE("a path that the run does not have cannot be replayed") {
  const Study study = read_toy();
  CHECK_THROWS_AS(replay_path(study, {500, 7, Sampler::mc}, 500, Isa::scalar), std::logic_error);
  CHECK_THROWS_AS(replay_path(study, {500, 7, Sampler::mc}, -1, Isa::scalar), std::logic_error);
}

}  // namespace groundwork
