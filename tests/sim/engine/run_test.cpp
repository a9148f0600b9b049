#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>
#include <thread>

#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

RunSettings settings(std::int64_t paths, Sampler sampler = Sampler::mc, std::uint64_t seed = 7) {
  return {paths, seed, sampler};
}

RunOptions options(int threads = 2, Isa isa = available_isas().back()) {
  RunOptions made;
  made.threads = threads;
  made.isa = isa;
  return made;
}

/// Takes a time over each tile that nobody can foresee, so that the threads' schedule is another each time.
struct DawdlingProgram final : Program {
  explicit DawdlingProgram(std::unique_ptr<Program> program) : in_earnest(std::move(program)) {}
  const OutputTable& outputs() const override { return in_earnest->outputs(); }
  std::size_t scratch_doubles() const override { return in_earnest->scratch_doubles(); }
  Kernel kernel(Isa) const override {
    return [](const Program& program, const double* inputs, double* outputs, double* scratch) {
      std::this_thread::sleep_for(std::chrono::microseconds(std::random_device()() % 300));
      const Program& toy = *static_cast<const DawdlingProgram&>(program).in_earnest;
      toy.kernel(Isa::scalar)(toy, inputs, outputs, scratch);
    };
  }

  std::unique_ptr<Program> in_earnest;
};

/// Every path's values of a cell by replay, without those that are not numbers.
std::vector<double> replayed(const Study& study, const RunSettings& run, int cell) {
  std::vector<double> values;
  for (std::int64_t path = 0; path < run.paths; ++path) {
    const double value = replay_path(study, run, path, Isa::scalar).outputs[static_cast<std::size_t>(cell)];
    if (!std::isnan(value)) values.push_back(value);
  }
  return values;
}

/// Moments and quantiles straight from the definitions, in long double.
struct Direct {
  long double mean = 0.0L, sd = 0.0L;
  std::vector<double> sorted;

  explicit Direct(std::vector<double> values) : sorted(std::move(values)) {
    std::ranges::sort(sorted);
    for (const double value : sorted) mean += value;
    mean /= static_cast<long double>(sorted.size());
    long double squares = 0.0L;
    for (const double value : sorted) squares += (value - mean) * (value - mean);
    sd = std::sqrt(squares / static_cast<long double>(sorted.size() - 1));
  }
  double quantile(double p) const {  // Hyndman and Fan 1996, type 7
    const double rank = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  }
};

}  // namespace

TEST_CASE("results have the same digest for any number of threads and every instruction set") {
  const Study study = read_toy();
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol}) {
    const std::string expected = results_digest(run_paths(study, settings(5000, sampler), options(1, Isa::scalar)));
    for (const int threads : {1, 2, 3, 4})
      for (const Isa isa : available_isas()) {
        INFO(name(sampler) << ", " << threads << " threads, " << name(isa));
        CHECK(results_digest(run_paths(study, settings(5000, sampler), options(threads, isa))) == expected);
      }
    CHECK(results_digest(run_paths(study, settings(5000, sampler, 8), options())) != expected);
  }
}

TEST_CASE("results have the same digest however long the threads take over their tiles") {
  Study study = read_toy();
  const std::string expected = results_digest(run_paths(study, settings(5000), options(1)));
  study.program = std::make_unique<DawdlingProgram>(std::move(study.program));
  for (int trial = 0; trial < 5; ++trial)
    for (const int threads : {1, 2, 4})
      CHECK(results_digest(run_paths(study, settings(5000), options(threads))) == expected);
}

TEST_CASE("a run's statistics are those of its paths, replayed one by one") {
  const Study study = read_toy();
  const RunSettings run = settings(500);
  const Results results = run_paths(study, run, options());
  CHECK(results.paths == 500);
  CHECK(results.is_complete());
  const std::vector<int> headline = results.table.headline_cells();
  for (int cell = 0; cell < results.table.cells(); ++cell) {
    INFO("cell " << cell);
    const Summary& found = results.cells[static_cast<std::size_t>(cell)];
    const Direct direct(replayed(study, run, cell));
    const auto defined = static_cast<std::int64_t>(direct.sorted.size());
    const double sd = static_cast<double>(direct.sd);
    CHECK(found.defined == defined);
    CHECK(found.undefined == 500 - defined);
    CHECK(found.mean == Approx(static_cast<double>(direct.mean)).epsilon(1e-13).margin(1e-14));
    CHECK(found.standard_deviation == Approx(sd).epsilon(1e-12));
    CHECK(found.standard_error == Approx(sd / std::sqrt(static_cast<double>(defined))).epsilon(1e-12));
    CHECK(found.minimum == direct.sorted.front());
    CHECK(found.maximum == direct.sorted.back());
    const bool is_exact = std::ranges::find(headline, cell) != headline.end();
    for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
      // the sketch is off by at most a bucket, (spread + distance)/64, at each of two neighbours
      const double tolerance = is_exact ? 1e-14 : 4.0 * sd / 64.0;
      CHECK(found.quantile[i] == Approx(direct.quantile(summary_probabilities[i])).margin(tolerance).epsilon(1e-13));
      CHECK(found.low[i] <= found.quantile[i]);
      CHECK(found.high[i] >= found.quantile[i]);
    }
  }
}

TEST_CASE("tail means of headline figures are those of the outer twentieths") {
  const Study study = read_toy();
  const RunSettings run = settings(500);
  const int cell = program_of(study).cells.sum + 4;
  const Direct direct(replayed(study, run, cell));
  long double low = 0.0L, high = 0.0L;
  for (std::size_t i = 0; i < 25; ++i) {
    low += direct.sorted[i];
    high += direct.sorted[499 - i];
  }
  const Summary found = run_paths(study, run, options()).cells[static_cast<std::size_t>(cell)];
  CHECK(found.tail_below == Approx(static_cast<double>(low / 25.0L)).epsilon(1e-13));
  CHECK(found.tail_above == Approx(static_cast<double>(high / 25.0L)).epsilon(1e-13));
}

TEST_CASE("sums and products of two uniform numbers have the moments of the textbook") {
  const Study study = read_toy();
  const ToyCells& cells = program_of(study).cells;
  constexpr std::int64_t paths = 100'000;
  const Results results = run_paths(study, settings(paths), options());
  const auto mean = [&](int cell) { return results.cells[static_cast<std::size_t>(cell)].mean; };
  const double root_n = std::sqrt(static_cast<double>(paths));
  // Four standard errors: a false alarm in 16,000 for each check; catches a bias of 0.5 %.
  CHECK(std::fabs(mean(cells.sum + 4) - 1.0) < 4.0 * std::sqrt(1.0 / 6.0) / root_n);
  CHECK(std::fabs(mean(cells.product) - 0.25) < 4.0 * std::sqrt(7.0 / 144.0) / root_n);
  CHECK(std::fabs(mean(cells.excess) - 1.0 / 6.0) < 4.0 * std::sqrt(1.0 / 12.0 - 1.0 / 36.0) / root_n);
  CHECK(std::fabs(mean(cells.noise)) < 4.0 * std::sqrt(2.0) / root_n);
  const Summary& root = results.cells[static_cast<std::size_t>(cells.root)];
  CHECK(std::fabs(static_cast<double>(root.defined) / paths - 0.5) < 4.0 * 0.5 / root_n);
  CHECK(std::fabs(probability_above_zero(results.cells[static_cast<std::size_t>(cells.excess)]) - 0.5) <
        4.0 * 0.5 / root_n);
}

TEST_CASE("kept columns hold the headline figure of every path, in order") {
  const Study study = read_toy();
  RunOptions keep = options();
  keep.keep_paths = true;
  const RunSettings run = settings(2003);
  const Results results = run_paths(study, run, keep);
  CHECK(run_paths(study, run, options()).kept.empty());
  REQUIRE(results.kept.size() == results.table.headline_cells().size());
  for (std::size_t i = 0; i < results.kept.size(); ++i) {
    CHECK(results.kept[i].cell == results.table.headline_cells()[i]);
    REQUIRE(results.kept[i].values.size() == 2003);
  }
  for (const std::int64_t path : {0, 7, 8, 511, 512, 1535, 1536, 2002}) {
    const PathRecord record = replay_path(study, run, path, Isa::scalar);
    for (const KeptColumn& column : results.kept) {
      const double kept = column.values[static_cast<std::size_t>(path)];
      const double expected = record.outputs[static_cast<std::size_t>(column.cell)];
      CHECK((kept == expected || (std::isnan(kept) && std::isnan(expected))));
    }
  }
}

TEST_CASE("any cell and everything that is drawn can be kept, in path order") {
  const Study study = read_toy();
  const ToyProgram& toy = program_of(study);
  RunOptions keep = options();
  keep.keep_cells = {toy.cells.sum + 1};
  keep.keep_inputs = true;
  const RunSettings run = settings(1003);
  const Results results = run_paths(study, run, keep);
  REQUIRE(results.kept.size() == 1);
  REQUIRE(results.kept_inputs.size() == 4);  // x, y and two draws
  for (const std::int64_t path : {0, 9, 600, 1002}) {
    const PathRecord record = replay_path(study, run, path, Isa::scalar);
    const auto at = static_cast<std::size_t>(path);
    CHECK(results.kept[0].values[at] == record.outputs[static_cast<std::size_t>(toy.cells.sum + 1)]);
    for (const KeptInput& input : results.kept_inputs)
      CHECK(input.values[at] == record.inputs[static_cast<std::size_t>(input.column)]);
  }
  CHECK(results_digest(results) == results_digest(run_paths(study, run, options())));
}

TEST_CASE("a run that summarises nothing keeps the same columns") {
  const Study study = read_toy();
  const ToyProgram& toy = program_of(study);
  RunOptions keep = options();
  keep.keep_cells = {toy.cells.sum + 1, toy.cells.sum};
  keep.keep_inputs = true;
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol})
    for (const int threads : {1, 3}) {
      const RunSettings run = settings(5003, sampler);
      const Results counted = run_paths(study, run, keep);
      RunOptions fast = keep;
      fast.threads = threads;
      fast.summarised = Summarised::none;
      const Results results = run_paths(study, run, fast);
      CHECK(results.cells.empty());
      CHECK(results.is_complete());
      CHECK(results.paths == 5003);
      REQUIRE(results.kept.size() == 2);
      for (const std::size_t i : {0, 1}) CHECK(results.kept[i].values == counted.kept[i].values);
      REQUIRE(results.kept_inputs.size() == 4);
      for (const std::size_t i : {0, 1, 2, 3}) CHECK(results.kept_inputs[i].values == counted.kept_inputs[i].values);
    }
}

TEST_CASE("waves are shown one after another, with every path of the run as replayed") {
  const Study study = read_toy();
  const RunSettings run = settings(2603);
  const int cell = program_of(study).cells.sum + 1;
  for (const int threads : {1, 3}) {
    RunOptions shown = options(threads);
    std::vector<double> values;
    shown.each_wave = [&](const Wave& wave) {
      CHECK(wave.first_path == static_cast<std::int64_t>(values.size()));
      append_column(wave.tiles, cell, wave.paths, values);
    };
    const Results results = run_paths(study, run, shown);
    CHECK(values == replayed(study, run, cell));
    CHECK(results_digest(results) == results_digest(run_paths(study, run, options())));
  }
}

TEST_CASE("what fails while it is shown a wave ends the run") {
  const Study study = read_toy();
  RunOptions failing = options();
  failing.each_wave = [](const Wave&) { throw std::runtime_error("full"); };
  CHECK_THROWS_WITH(run_paths(study, settings(2000), failing), "full");
}

TEST_CASE("a stopped run answers for the paths of the finished waves") {
  const Study study = read_toy();
  std::atomic<bool> stop = false;
  RunOptions stopped = options();
  stopped.stop = &stop;
  std::vector<std::int64_t> told;
  stopped.progress = [&](std::int64_t done) {
    told.push_back(done);
    if (told.size() == 3) stop = true;
  };
  const Results results = run_paths(study, settings(100'000), stopped);
  REQUIRE(told.size() == 3);
  CHECK(results.paths == told.back());
  CHECK(results.paths < 100'000);
  CHECK_FALSE(results.is_complete());
  CHECK(results.run.paths == 100'000);
  // plain Monte-Carlo draws do not depend on how many paths were asked for
  CHECK(results_digest(results) == results_digest(run_paths(study, settings(results.paths), options())));
}

TEST_CASE("a run that is stopped before it begins has no paths") {
  const Study study = read_toy();
  const std::atomic<bool> stop = true;
  RunOptions stopped = options();
  stopped.stop = &stop;
  const Results results = run_paths(study, settings(1000), stopped);
  CHECK(results.paths == 0);
  CHECK(results.cells.size() == static_cast<std::size_t>(results.table.cells()));
  CHECK(results.cells[0].defined == 0);
}

TEST_CASE("runs of few paths are right") {
  const Study study = read_toy();
  for (const std::int64_t paths : {1, 2, 7, 9, 16}) {
    const Results results = run_paths(study, settings(paths), options());
    const Direct direct(replayed(study, settings(paths), 0));
    CHECK(results.cells[0].mean == Approx(static_cast<double>(direct.mean)).epsilon(1e-14));
    CHECK(results.cells[0].defined == paths);
  }
}

}  // namespace groundwork
