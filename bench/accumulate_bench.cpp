/// Accumulation of the national model's size: 11,000 cells, one core. Items are values; every case is checked against
/// plain sums.
#include <cmath>

#include "bench/baseline.hpp"
#include "bench/made_wave.hpp"
#include "sim/statistics/cell_statistics.hpp"

namespace groundwork {

namespace {

constexpr CellRange all_cells{0, made_cells};

/// Statistics that have counted one wave: the memory of the sketches is taken.
CellStatistics counted_once(Isa isa, const MadeWave& made, Replication replication) {
  CellStatistics statistics(isa, {made_cells}, replication);
  statistics.measure_pilot(all_cells, made.wave(0));
  statistics.settle_pilot();
  statistics.add(all_cells, made.wave(0));
  return statistics;
}

/// Each mean is that of the values, which are added again and again.
bool has_right_means(const CellStatistics& statistics, const MadeWave& made, std::int64_t paths) {
  const std::vector<Summary> found = statistics.summaries(all_cells, paths, {});
  for (int cell = 0; cell < made_cells; cell += 7) {
    const double expected = made.mean(cell);
    if (!(std::fabs(found[static_cast<std::size_t>(cell)].mean - expected) <= 1e-12 * std::fabs(expected)))
      return false;
  }
  return true;
}

void accumulate(benchmark::State& state, Isa isa, Mix mix, Replication replication) {
  const MadeWave made(static_cast<int>(state.range(0)), mix);
  CellStatistics statistics = counted_once(isa, made, replication);
  if (!has_right_means(statistics, made, made.paths())) return state.SkipWithError("wrong mean");
  std::int64_t paths = made.paths();
  const double start = processor_seconds();
  for (auto _ : state) {
    statistics.add(all_cells, made.wave(paths));
    paths += made.paths();
  }
  const double elapsed = processor_seconds() - start;
  const std::int64_t values = state.iterations() * made_cells * made.paths();
  state.SetItemsProcessed(values);
  state.counters["ns_per_value"] = 1e9 * elapsed / static_cast<double>(values);
  if (!has_right_means(statistics, made, paths)) state.SkipWithError("wrong mean");
}

/// From an empty state to the first wave counted: pilot, and the memory that the sketches take.
void first_wave(benchmark::State& state, Isa isa, Replication replication) {
  const MadeWave made(static_cast<int>(state.range(0)), Mix::realistic);
  if (!has_right_means(counted_once(isa, made, replication), made, made.paths()))
    return state.SkipWithError("wrong mean");
  for (auto _ : state) benchmark::DoNotOptimize(counted_once(isa, made, replication));
  state.SetItemsProcessed(state.iterations() * made_cells * made.paths());
}

void register_all() {
  const auto add = [](const std::string& what, Isa isa, auto run) {
    benchmark::RegisterBenchmark(title(what, isa).c_str(), run)->Arg(64)->Arg(128)->Unit(benchmark::kMillisecond);
  };
  for (const Isa isa : available_isas()) {
    using enum Replication;
    for (const auto& [what, mix] : {std::pair{"realistic", Mix::realistic},
                                    {"normal", Mix::normal},
                                    {"atoms", Mix::atoms},
                                    {"long_tails", Mix::long_tails},
                                    {"constant", Mix::constant}})
      add(what, isa, [isa, chosen = mix](auto& state) { accumulate(state, isa, chosen, independent); });
    add("randomised", isa, [isa](auto& state) { accumulate(state, isa, Mix::realistic, randomised); });
    add("first_wave", isa, [isa](auto& state) { first_wave(state, isa, independent); });
    add("first_wave_randomised", isa, [isa](auto& state) { first_wave(state, isa, randomised); });
  }
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
