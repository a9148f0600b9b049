/// A run of the baseline from study to results: 10,000 paths, all cells. Items are paths.
#include "bench/baseline.hpp"
#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"

namespace groundwork {

namespace {

constexpr RunSettings settings{10'000, 62, Sampler::mc};

RunOptions options(int threads) {
  RunOptions made;
  made.threads = threads;
  made.isa = available_isas().back();
  return made;
}

/// Some paths of the run are those that replaying gives, and one thread gives the same results.
std::string problem(const Study& study, int threads) {
  RunOptions keep = options(threads);
  keep.keep_paths = true;
  const Results results = run_paths(study, settings, keep);
  for (const std::int64_t path : {std::int64_t{0}, std::int64_t{4711}, settings.paths - 1}) {
    const PathRecord record = replay_path(study, settings, path, Isa::scalar);
    for (const KeptColumn& column : results.kept) {
      const double kept = column.values[static_cast<std::size_t>(path)];
      const double expected = record.outputs[static_cast<std::size_t>(column.cell)];
      if (kept != expected && (kept == kept || expected == expected)) return "a path differs from its replay";
    }
  }
  if (results_digest(run_paths(study, settings, options(1))) != results_digest(results))
    return "other results than with one thread";
  return baseline_problem(study, keep.isa);
}

void run(benchmark::State& state) {
  const int threads = static_cast<int>(state.range(0));
  const Study study = read_baseline();
  if (const std::string wrong = problem(study, threads); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(run_paths(study, settings, options(threads)));
  state.SetItemsProcessed(state.iterations() * settings.paths);
}

void register_all() {
  benchmark::RegisterBenchmark("run", run)
      ->ArgName("threads")
      ->Arg(1)
      ->Arg(2)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
