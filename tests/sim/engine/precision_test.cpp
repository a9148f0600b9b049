#include "sim/engine/precision.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/engine/runner.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

PrecisionTarget target(const Study& study, const std::string& text) {
  Diagnostics diagnostics;
  const auto found = parse_precision(text, study.program->outputs(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(found);
  return *found;
}

Results run_to(const Study& study, const std::vector<std::string>& targets, const RunSettings& run, int threads = 2) {
  RunOptions options;
  options.threads = threads;
  options.isa = available_isas().back();
  for (const std::string& text : targets) options.precision.push_back(target(study, text));
  return run_paths(study, run, options);
}

std::string refusal(const Study& study, const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(parse_precision(text, study.program->outputs(), diagnostics));
  return diagnostics.text();
}

constexpr RunSettings a_million{1'000'000, 7, Sampler::mc};

}  // namespace

TEST_CASE("targets name a mean or a quantile of a figure, and a width in percent or in its unit") {
  const Study study = read_toy();
  const ToyCells& cells = program_of(study).cells;
  const PrecisionTarget mean = target(study, "x=0.5%");
  CHECK(mean.cell == cells.x);
  CHECK(mean.quantile == -1);
  CHECK(mean.half_width == 0.005);
  CHECK(mean.is_relative);
  const PrecisionTarget quantile = target(study, "p95(sum:east:2020)=0.02");
  CHECK(quantile.cell == cells.sum + 1);
  CHECK(quantile.quantile == 7);
  CHECK(quantile.half_width == 0.02);
  CHECK_FALSE(quantile.is_relative);
  CHECK(target(study, "mean(level:2021)=1").cell == cells.level + 1);
}

TEST_CASE("a wrong target is refused with what to write instead") {
  const Study study = read_toy();
  using Catch::Contains;
  CHECK_THAT(refusal(study, "x"), Contains("how near"));
  CHECK_THAT(refusal(study, "x=0%"), Contains("how near"));
  CHECK_THAT(refusal(study, "x=-1"), Contains("how near"));
  CHECK_THAT(refusal(study, "x=nan"), Contains("how near"));
  CHECK_THAT(refusal(study, "p42(x)=1%"), Contains("p01, p05, p10"));
  CHECK_THAT(refusal(study, "(x)=1%"), Contains("no statistic"));
  CHECK_THAT(refusal(study, "prodct=1%"), Contains("did you mean 'product'?"));
}

TEST_CASE("looks are at fixed numbers of paths, a third or a half further each time") {
  std::vector<std::int64_t> looks{0};
  while (looks.back() < 10'000) looks.push_back(next_look(looks.back()));
  CHECK(looks == std::vector<std::int64_t>{0, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288});
  CHECK(next_look(1023) == 1024);
  CHECK(next_look(1025) == 1536);
}

TEST_CASE("a run ends at the first look at which every target is met") {
  const Study study = read_toy();
  // The mean of a uniform number is known to 1.96·sqrt(1/12/n): to 1 % of 0.5 from n = 12,805 on, to 0.02 from 801 on.
  CHECK(run_to(study, {"x=1%"}, a_million).paths == 16384);
  CHECK(run_to(study, {"x=0.02"}, a_million).paths == 1024);
  const Results both = run_to(study, {"x=0.02", "x=1%"}, a_million);
  CHECK(both.paths == 16384);
  CHECK(both.is_complete());
  CHECK(both.run.paths == 16384);
  REQUIRE(both.precision.size() == 2);
  CHECK(both.precision[1].is_met());
  CHECK(both.precision[1].half_width == Approx(1.96 * std::sqrt(1.0 / 12.0 / 16384.0) / 0.5).epsilon(0.02));
  // The median's interval: ±1.96·0.5/sqrt(n) of probability, as wide in x; within 0.01 from 9,604 on. The order
  // statistics chosen may be somewhat wider.
  const std::int64_t median = run_to(study, {"p50(x)=0.01"}, a_million).paths;
  CHECK((median == 12288 || median == 16384));
}

TEST_CASE("where a run ends does not depend on threads, and its results are those of that many paths") {
  const Study study = read_toy();
  for (const Sampler sampler : {Sampler::mc, Sampler::sobol}) {
    const RunSettings most{1'000'000, 7, sampler};
    const Results results = run_to(study, {"p95(sum)=0.5%"}, most, 3);
    CHECK(results.paths < most.paths);
    CHECK(results_digest(run_to(study, {"p95(sum)=0.5%"}, most, 1)) == results_digest(results));
    CHECK(results_digest(run_to(study, {}, {results.paths, 7, sampler})) == results_digest(results));
  }
}

TEST_CASE("the interval at which a run ends holds the true value as often as it says") {
  const Study study = read_toy();
  constexpr int runs = 400;
  for (const std::string text : {"x=2%", "p50(x)=0.02"}) {
    int held = 0;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
      const Results results = run_to(study, {text}, {1'000'000, seed, Sampler::mc}, 1);
      const PrecisionReached& reached = results.precision.front();
      const double half_width = reached.half_width * (reached.target.is_relative ? std::fabs(reached.value) : 1.0);
      if (std::fabs(reached.value - 0.5) <= half_width) ++held;
    }
    // 380 expected, ±4.4 for one standard deviation. Four of them: a false alarm in 30,000; catches a coverage of 88 %.
    INFO(text << ": " << held << " of " << runs);
    CHECK(held >= 362);
  }
}

TEST_CASE("a precision that the most paths do not give is not met") {
  const Study study = read_toy();
  const Results results = run_to(study, {"x=0.0001%"}, {3000, 7, Sampler::mc});
  CHECK(results.paths == 3000);
  REQUIRE(results.precision.size() == 1);
  CHECK_FALSE(results.precision[0].is_met());
  // The share of zero has no size: noise has the mean 0 with any number of draws of 0.
  const PrecisionTarget share = target(study, "x=1%");
  Summary zero;
  zero.mean = 0.0;
  zero.standard_error = 0.0;
  CHECK_FALSE(measure_precision(share, zero, Replication::independent).is_met());
}

TEST_CASE("a run whose time is over answers for the paths done") {
  const Study study = read_toy();
  RunOptions options;
  options.seconds = 1e-9;
  options.isa = available_isas().back();
  const Results results = run_paths(study, a_million, options);
  CHECK(results.ending == Ending::out_of_time);
  CHECK(results.paths == 0);
}

}  // namespace groundwork
