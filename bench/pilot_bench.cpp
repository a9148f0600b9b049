/// Measuring the pilot, 512 paths of 11,000 cells, one core: where each cell's sketch is centred and how wide it is.
/// Items are values.
#include <algorithm>
#include <cmath>

#include "bench/baseline.hpp"
#include "bench/made_wave.hpp"
#include "sim/statistics/cell_statistics.hpp"

namespace groundwork {

namespace {

constexpr CellRange all_cells{0, made_cells};

CellStatistics measured(Isa isa, const MadeWave& made, Replication replication) {
  CellStatistics statistics(isa, {made_cells}, replication);
  statistics.measure_pilot(all_cells, made.wave(0));
  statistics.settle_pilot();
  return statistics;
}

/// The sketch resolves each cell: at its mean, a bucket is less than a sixteenth of the standard deviation. And it is
/// the same as with the scalar kernel.
std::string problem(const MadeWave& made, Isa isa, Replication replication) {
  const CellStatistics found = measured(isa, made, replication), scalar = measured(Isa::scalar, made, replication);
  for (int cell = 0; cell < made_cells; ++cell) {
    const std::vector<double> values = made.values(cell);
    const double mean = made.mean(cell), bucket = found.quantile_error_bound(cell, mean);
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double sd = std::sqrt(squares / static_cast<double>(values.size()));
    if (sd > 0.0 && !(bucket < sd / 16.0)) return "a sketch that is too coarse";
    if (bucket != scalar.quantile_error_bound(cell, mean)) return "another sketch than the scalar kernel's";
  }
  return "";
}

void measure(benchmark::State& state, Isa isa, Replication replication) {
  const MadeWave made(pilot_paths / tile_lanes, Mix::realistic);
  if (const std::string wrong = problem(made, isa, replication); !wrong.empty())
    return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(measured(isa, made, replication));
  state.SetItemsProcessed(state.iterations() * made_cells * made.paths());
}

void register_all() {
  for (const auto& [what, replication] :
       {std::pair{"pilot", Replication::independent}, {"pilot_randomised", Replication::randomised}})
    for (const Isa isa : available_isas())
      benchmark::RegisterBenchmark(title(what, isa).c_str(), [isa, chosen = replication](auto& state) {
        measure(state, isa, chosen);
      })->Unit(benchmark::kMillisecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
