/// Drawing every column of the baseline's inputs, one core, eight tiles at a time as a run does. Items are paths.
#include <cmath>
#include <cstring>
#include <vector>

#include "bench/baseline.hpp"
#include "sim/engine/aligned_doubles.hpp"
#include "sim/engine/input_plan.hpp"

namespace groundwork {

namespace {

constexpr int tiles = 8;
constexpr std::int64_t paths = 16384;

/// Mean of each column over all paths, and its standard error as if paths were independent.
struct ColumnMeans {
  std::vector<double> mean, error;
};

ColumnMeans column_means(const InputPlan& plan, Isa isa, double* memory) {
  std::vector<double> sum(static_cast<std::size_t>(plan.columns())), squares(sum.size());
  for (std::int64_t first = 0; first < paths; first += tiles * tile_paths) {
    plan.draw(isa, first, tiles, memory);
    for (int tile = 0; tile < tiles; ++tile)
      for (std::size_t i = 0; i < sum.size() * tile_paths; ++i) {
        const std::size_t column = i / tile_paths;
        const double distance =
            memory[static_cast<std::size_t>(tile) * plan.tile_doubles() + i] - plan.central()[column];
        sum[column] += distance;
        squares[column] += distance * distance;
      }
  }
  ColumnMeans means;
  for (std::size_t column = 0; column < sum.size(); ++column) {
    means.mean.push_back(plan.central()[column] + sum[column] / double(paths));
    means.error.push_back(std::sqrt(squares[column] / double(paths) / double(paths)));
  }
  return means;
}

/// Inputs have the means of their distributions within six standard errors, and the bits of the scalar kernels.
std::string problem(const Study& study, const InputPlan& plan, Isa isa, double* memory) {
  const ColumnMeans found = column_means(plan, isa, memory);
  for (std::size_t column = 0; column < study.scenario.inputs.size(); ++column)
    if (!(std::fabs(found.mean[column] - plan.central()[column]) <= 6.0 * found.error[column]))
      return "wrong mean of " + study.scenario.inputs[column].declaration.key;
  if (column_means(plan, Isa::scalar, memory).mean != found.mean) return "other numbers than the scalar kernel";
  return "";
}

void draw(benchmark::State& state, Isa isa, Sampler sampler) {
  const Study study = read_baseline();
  const InputPlan plan(study.scenario, study.draws, {paths, 62, sampler});
  const AlignedDoubles memory(plan.tile_doubles() * tiles);
  for (int tile = 0; tile < tiles; ++tile)
    plan.fill_central(memory.data() + static_cast<std::size_t>(tile) * plan.tile_doubles());
  if (const std::string wrong = problem(study, plan, isa, memory.data()); !wrong.empty())
    return state.SkipWithError(wrong.c_str());
  std::int64_t first = 0;
  for (auto _ : state) {
    plan.draw(isa, first, tiles, memory.data());
    benchmark::ClobberMemory();
    first = (first + tiles * tile_paths) % paths;
  }
  state.SetItemsProcessed(state.iterations() * tiles * tile_paths);
}

void register_all() {
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol})
    for (const Isa isa : available_isas())
      benchmark::RegisterBenchmark(title("draw/" + std::string(name(sampler)), isa).c_str(), [isa,
                                                                                              sampler](auto& state) {
        draw(state, isa, sampler);
      })->Unit(benchmark::kMicrosecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
