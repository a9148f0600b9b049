/// Replaying one path of the baseline: plan, draw, evaluate. Items are paths.
#include <algorithm>

#include "bench/baseline.hpp"
#include "sim/engine/single_path.hpp"

namespace groundwork {

namespace {

constexpr std::int64_t path = 4711;

/// Numbers that are equal, or both none.
bool are_same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return x == y || (x != x && y != y); });
}

/// The central path is right, and this one has the numbers of the scalar kernel.
std::string problem(const Study& study, Isa isa) {
  const PathRecord found = replay_path(study, study.scenario.run, path, isa);
  const PathRecord scalar = replay_path(study, study.scenario.run, path, Isa::scalar);
  if (!are_same(found.inputs, scalar.inputs) || !are_same(found.outputs, scalar.outputs))
    return "other numbers than the scalar kernel";
  return baseline_problem(study, isa);
}

void replay(benchmark::State& state, Isa isa) {
  const Study study = read_baseline();
  if (const std::string wrong = problem(study, isa); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(replay_path(study, study.scenario.run, path, isa));
  state.SetItemsProcessed(state.iterations());
}

void register_all() {
  for (const Isa isa : available_isas())
    benchmark::RegisterBenchmark(title("replay", isa).c_str(), [isa](auto& state) {
      replay(state, isa);
    })->Unit(benchmark::kMicrosecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
