/// Summarising, one core: 11,000 cells from moments and sketch, and a headline column from every path's value. Items
/// are cells.
#include <cmath>

#include "bench/baseline.hpp"
#include "bench/made_wave.hpp"
#include "sim/statistics/cell_statistics.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

constexpr CellRange all_cells{0, made_cells};
constexpr int waves = 10;

CellStatistics counted(const MadeWave& made, Replication replication) {
  CellStatistics statistics(available_isas().back(), {made_cells}, replication);
  statistics.measure_pilot(all_cells, made.wave(0));
  statistics.settle_pilot();
  for (int i = 0; i < waves; ++i) statistics.add(all_cells, made.wave(std::int64_t{i} * made.paths()));
  return statistics;
}

std::vector<double> all_values(const MadeWave& made, int cell) {
  const std::vector<double> once = made.values(cell);
  std::vector<double> all;
  for (int i = 0; i < waves; ++i) all.insert(all.end(), once.begin(), once.end());
  return all;
}

/// Means are those of the values, and quantiles within what the sketch promises of those of the sorted values.
std::string problem(const CellStatistics& statistics, const MadeWave& made, Replication replication) {
  const std::vector<Summary> all = statistics.summaries(all_cells, std::int64_t{waves} * made.paths(), {});
  for (int cell = 0; cell < made_cells; cell += 97) {
    const Summary& found = all[static_cast<std::size_t>(cell)];
    const Summary exact = summarise(all_values(made, cell), replication);
    if (!(std::fabs(found.mean - exact.mean) <= 1e-12 * std::fabs(exact.mean))) return "wrong mean";
    for (std::size_t q = 0; q < summary_probabilities.size(); ++q) {
      const double bound = statistics.quantile_error_bound(cell, exact.quantile[q]) * (1.0 + 1e-9);
      if (!(std::fabs(found.quantile[q] - exact.quantile[q]) <= bound)) return "wrong quantile";
    }
  }
  return "";
}

void summarise_cells(benchmark::State& state, Replication replication) {
  const MadeWave made(static_cast<int>(state.range(0)), Mix::realistic);
  const CellStatistics statistics = counted(made, replication);
  if (const std::string wrong = problem(statistics, made, replication); !wrong.empty())
    return state.SkipWithError(wrong.c_str());
  const std::int64_t paths = std::int64_t{waves} * made.paths();
  for (auto _ : state) benchmark::DoNotOptimize(statistics.summaries(all_cells, paths, {}));
  state.SetItemsProcessed(state.iterations() * made_cells);
}

/// The column 0, 1, …, n - 1 in another order: its quantiles are known.
void summarise_column(benchmark::State& state) {
  const std::int64_t n = state.range(0);
  std::vector<double> values(static_cast<std::size_t>(n));
  for (std::int64_t i = 0; i < n; ++i) values[static_cast<std::size_t>(i)] = static_cast<double>(i * 7919 % n);
  const Summary found = summarise(values, Replication::independent);
  for (std::size_t q = 0; q < summary_probabilities.size(); ++q) {
    const double expected = summary_probabilities[q] * static_cast<double>(n - 1);
    if (!(std::fabs(found.quantile[q] - expected) <= 1e-9 * expected)) return state.SkipWithError("wrong quantile");
  }
  for (auto _ : state) benchmark::DoNotOptimize(summarise(values, Replication::independent));
  state.SetItemsProcessed(state.iterations());
}

void register_all() {
  for (const auto& [what, replication] :
       {std::pair{"summarise", Replication::independent}, {"summarise_randomised", Replication::randomised}})
    benchmark::RegisterBenchmark(what, [chosen = replication](auto& state) { summarise_cells(state, chosen); })
        ->Arg(64)
        ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("headline_column", summarise_column)
      ->Arg(10'000)
      ->Arg(100'000)
      ->Unit(benchmark::kMicrosecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
