#include "sim/engine/jobs.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "sim/engine/runner.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

TEST_CASE("every job is done once, whatever the threads") {
  for (const int threads : {1, 2, 7}) {
    std::vector<std::atomic<int>> done(100);
    run_jobs(100, {threads}, [&](std::int64_t job) { ++done[static_cast<std::size_t>(job)]; });
    for (const std::atomic<int>& times : done) CHECK(times == 1);
  }
  run_jobs(0, {}, [](std::int64_t) { FAIL("there is no job"); });
}

TEST_CASE("no more jobs are at work than there are threads, though each waits for paths in parallel") {
  const Study study = read_toy();
  const std::vector<int> cells = study.program->outputs().headline_cells();
  std::atomic<int> at_work{0}, most{0};
  run_jobs(30, {3}, [&](std::int64_t) {
    const int now = ++at_work;
    for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
    }
    RunOptions options;
    options.summarised = Summarised::none;
    options.keep_cells = cells;
    run_paths_in_job(study, study.scenario.run, options);
    --at_work;
  });
  CHECK(most <= 3);
}

TEST_CASE("a run in a job gives what a run by itself gives") {
  const Study study = read_toy();
  RunOptions options;
  options.keep_cells = study.program->outputs().headline_cells();
  const Results alone = run_paths(study, study.scenario.run, options);
  std::vector<Results> together(4);
  run_jobs(4, {2}, [&](std::int64_t job) {
    together[static_cast<std::size_t>(job)] = run_paths_in_job(study, study.scenario.run, options);
  });
  for (const Results& results : together) {
    CHECK(results_digest(results) == results_digest(alone));
    // The toy's root is not a number on some paths: compared by the summaries above.
    CHECK(results.kept.front().values == alone.kept.front().values);
  }
}

TEST_CASE("the exception of a job is thrown on, and no job is begun after it") {
  std::atomic<int> begun{0};
  const auto job = [&](std::int64_t number) {
    ++begun;
    if (number == 3) throw std::runtime_error("full");
  };
  CHECK_THROWS_WITH(run_jobs(1000, {1}, job), "full");
  CHECK(begun == 4);
}

TEST_CASE("no job is begun after a stop") {
  std::atomic<bool> stop{false};
  std::atomic<int> begun{0};
  run_jobs(1000, {1, &stop}, [&](std::int64_t number) {
    ++begun;
    if (number == 9) stop = true;
  });
  CHECK(begun == 10);
}

}  // namespace groundwork
