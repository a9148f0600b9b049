/// Reading the baseline: from files to a tree; from files to a study that can be run, all checks included, as
/// `groundwork check` does; and the same when something is wrong. Items are readings.
#include "bench/baseline.hpp"
#include "sim/scenario/layers.hpp"

namespace groundwork {

namespace {

void read(benchmark::State& state) {
  const std::string wrong = baseline_problem(read_baseline(), available_isas().back());
  if (!wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(read_baseline());
  state.SetItemsProcessed(state.iterations());
}

std::optional<Layers> layers(Diagnostics& diagnostics) { return read_layers(baseline_path(), {}, diagnostics); }

void read_tree(benchmark::State& state) {
  Diagnostics diagnostics;
  const std::optional<Layers> found = layers(diagnostics);
  if (!found || found->root.find("rollout") == nullptr || found->root.find("datacenter") == nullptr)
    return state.SkipWithError("wrong tree");
  for (auto _ : state) benchmark::DoNotOptimize(layers(diagnostics));
  state.SetItemsProcessed(state.iterations());
}

/// Whether the check finds what is wrong: a utilisation of more than 1.
bool is_refused() {
  Diagnostics diagnostics;
  return !read_national({baseline_path(), {"datacenter.utilisation_target=7"}, false}, diagnostics);
}

void refuse(benchmark::State& state) {
  if (!is_refused()) return state.SkipWithError("wrong input was taken");
  for (auto _ : state) benchmark::DoNotOptimize(is_refused());
  state.SetItemsProcessed(state.iterations());
}

void register_all() {
  benchmark::RegisterBenchmark("read", read)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("read_tree", read_tree)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("refuse", refuse)->Unit(benchmark::kMillisecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
