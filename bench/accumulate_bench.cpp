/// Accumulation of the national model's size: 11,000 cells, one core. Counts nanoseconds a value; every run is checked
/// against plain sums.
#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <random>

#include "sim/statistics/cell_statistics.hpp"

namespace groundwork {

namespace {

constexpr int cells = 11'000;

/// Which values a cell has: what models give, and the hard cases alone.
enum Mix { realistic, continuous, atoms, constant };

double value_of(int cell, Mix mix, std::mt19937_64& generator) {
  std::normal_distribution<double> normal;
  const int kind = mix == realistic ? cell % 10 : mix == continuous ? 0 : mix == atoms ? 8 : 9;
  if (kind < 5) return 1e9 * (1.0 + 0.03 * normal(generator));
  if (kind < 8) return std::exp(normal(generator));
  if (kind == 8) return std::min(1.0, 1.0 + 0.1 * (normal(generator) + 0.25));  // 60 % are 1
  return 7.0;
}

/// Tiles of one wave, side by side as the engine has them. An odd number of cache lines apart, they spread over the
/// sets of a cache.
class Tiles {
 public:
  Tiles(int tiles, Mix mix) : stride_(static_cast<std::size_t>((cells | 1) * tile_lanes)) {
    memory_ = std::make_unique<double[]>(stride_ * static_cast<std::size_t>(tiles) + tile_lanes);
    double* start = memory_.get();
    while (reinterpret_cast<std::uintptr_t>(start) % 64 != 0) ++start;
    std::mt19937_64 generator(5);
    for (int tile = 0; tile < tiles; ++tile) {
      double* const base = start + static_cast<std::size_t>(tile) * stride_;
      tiles_.push_back(base);
      for (int i = 0; i < cells * tile_lanes; ++i) base[i] = value_of(i / tile_lanes, mix, generator);
    }
  }
  Wave wave(std::int64_t first_path) const {
    return {tiles_, first_path, static_cast<int>(tiles_.size()) * tile_lanes};
  }
  double mean(int cell) const {
    double sum = 0.0;
    for (const double* tile : tiles_)
      for (int lane = 0; lane < tile_lanes; ++lane) sum += tile[cell * tile_lanes + lane];
    return sum / static_cast<double>(tiles_.size() * tile_lanes);
  }

 private:
  std::size_t stride_;
  std::unique_ptr<double[]> memory_;
  std::vector<const double*> tiles_;
};

void verify(const CellStatistics& statistics, const Tiles& tiles, std::int64_t paths, benchmark::State& state) {
  for (int cell = 0; cell < cells; cell += 7) {
    const double found = statistics.summary(cell, paths).mean, expected = tiles.mean(cell);
    if (!(std::fabs(found - expected) <= 1e-12 * std::fabs(expected))) state.SkipWithError("wrong mean");
  }
}

void accumulate(benchmark::State& state, Isa isa, Mix mix, Replication replication) {
  const Tiles tiles(static_cast<int>(state.range(0)), mix);
  CellStatistics statistics(isa, {cells}, replication);
  const Wave first = tiles.wave(0);
  statistics.measure_pilot({0, cells}, first);
  statistics.settle_pilot();
  statistics.add({0, cells}, first);  // the memory of the sketches is taken here
  std::int64_t paths = first.paths;
  for (auto _ : state) {
    statistics.add({0, cells}, tiles.wave(paths));
    paths += first.paths;
  }
  const double values = static_cast<double>(state.iterations()) * cells * first.paths;
  state.counters["ns/value"] =
      benchmark::Counter(values * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  verify(statistics, tiles, paths, state);
}

/// From an empty state to the first wave counted: pilot, and the memory that the sketches take.
void first_wave(benchmark::State& state, Isa isa, Replication replication) {
  const Tiles tiles(static_cast<int>(state.range(0)), realistic);
  for (auto _ : state) {
    CellStatistics statistics(isa, {cells}, replication);
    statistics.measure_pilot({0, cells}, tiles.wave(0));
    statistics.settle_pilot();
    statistics.add({0, cells}, tiles.wave(0));
    benchmark::DoNotOptimize(statistics);
  }
}

void summaries(benchmark::State& state, Isa isa, Replication replication) {
  const Tiles tiles(static_cast<int>(state.range(0)), realistic);
  CellStatistics statistics(isa, {cells}, replication);
  statistics.measure_pilot({0, cells}, tiles.wave(0));
  statistics.settle_pilot();
  for (int i = 0; i < 10; ++i) statistics.add({0, cells}, tiles.wave(i * tiles.wave(0).paths));
  for (auto _ : state) benchmark::DoNotOptimize(statistics.summaries({0, cells}, 10 * tiles.wave(0).paths));
}

void register_all() {
  const auto label = [](Isa isa, const char* what) { return std::string(what) + "/" + std::string(name(isa)); };
  const auto add = [](const std::string& title, auto run) {
    benchmark::RegisterBenchmark(title.c_str(), run)->Arg(64)->Arg(128)->Unit(benchmark::kMillisecond);
  };
  for (const Isa isa : available_isas()) {
    using enum Replication;
    add(label(isa, "realistic"), [isa](auto& state) { accumulate(state, isa, realistic, independent); });
    add(label(isa, "continuous"), [isa](auto& state) { accumulate(state, isa, continuous, independent); });
    add(label(isa, "atoms"), [isa](auto& state) { accumulate(state, isa, atoms, independent); });
    add(label(isa, "constant"), [isa](auto& state) { accumulate(state, isa, constant, independent); });
    add(label(isa, "randomised"), [isa](auto& state) { accumulate(state, isa, realistic, randomised); });
    add(label(isa, "first_wave"), [isa](auto& state) { first_wave(state, isa, independent); });
    add(label(isa, "first_wave_randomised"), [isa](auto& state) { first_wave(state, isa, randomised); });
  }
  add("summaries", [](auto& state) { summaries(state, available_isas().back(), Replication::independent); });
  add("summaries_randomised", [](auto& state) { summaries(state, available_isas().back(), Replication::randomised); });
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) {
  groundwork::register_all();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
