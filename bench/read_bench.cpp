/// Reading the baseline: from files to a study that can be run. Items are readings.
#include "bench/baseline.hpp"

namespace groundwork {

namespace {

void read(benchmark::State& state) {
  const std::string wrong = baseline_problem(read_baseline(), available_isas().back());
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(read_baseline());
  state.SetItemsProcessed(state.iterations());
}

void register_all() { benchmark::RegisterBenchmark("read", read)->Unit(benchmark::kMillisecond); }

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
