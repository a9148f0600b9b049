/// A whole run of the national baseline beside its parts, each alone, one core: what orchestration costs. The counter
/// `whole_by_sum` is the time of a path in a run over the sum of drawing, kernel and accumulating; start-up and
/// summarising are left out of it as the difference of two runs. All are measured in turn, in one process, so that they
/// see the same machine. Times are the processor's, which others' work disturbs less.
#include <algorithm>
#include <cmath>

#include "bench/baseline.hpp"
#include "sim/engine/runner.hpp"
#include "sim/engine/wave_buffer.hpp"
#include "sim/statistics/cell_statistics.hpp"

namespace groundwork {

namespace {

constexpr int tiles = pilot_paths / tile_paths;  // of a wave, with one thread
constexpr int tiles_at_once = 8;                 // that are drawn together
constexpr int waves = 24;                        // of each part, each round
constexpr RunSettings short_run{8'192, 62, Sampler::mc}, long_run{32'768, 62, Sampler::mc};

/// What a run does, to be done part by part. A wave's outputs are too many for a cache to keep.
class Parts {
 public:
  Parts(const Study& study, Isa isa)
      : program_(*study.program),
        isa_(isa),
        plan_(study.scenario, study.draws, long_run),
        buffer_(program_, plan_, tiles),
        scratch_(program_.scratch_doubles()),
        statistics_(isa, {cells().last}, Replication::independent) {
    draw(0);
    evaluate();
    statistics_.measure_pilot(cells(), buffer_.wave(0, pilot_paths));
    statistics_.settle_pilot();
    accumulate();
  }

  void draw(std::int64_t first_path) {
    for (int tile = 0; tile < tiles; tile += tiles_at_once)
      plan_.draw(isa_, first_path + std::int64_t{tile} * tile_paths, tiles_at_once, buffer_.inputs(tile));
  }
  void evaluate() {
    const Program::Kernel kernel = program_.kernel(isa_);
    for (int tile = 0; tile < tiles; ++tile)
      kernel(program_, buffer_.inputs(tile), buffer_.outputs(tile), scratch_.data());
  }
  void accumulate() {
    statistics_.add(cells(), buffer_.wave(counted_, pilot_paths));
    counted_ += pilot_paths;
  }
  std::vector<Summary> summarise() const { return statistics_.summaries(cells(), counted_, {}); }

 private:
  CellRange cells() const { return {0, program_.outputs().cells()}; }

  const Program& program_;
  Isa isa_;
  InputPlan plan_;
  WaveBuffer buffer_;
  AlignedDoubles scratch_;
  CellStatistics statistics_;
  std::int64_t counted_ = 0;
};

template <class Work>
double time_of(Work&& work) {
  const double start = processor_seconds();
  work();
  return processor_seconds() - start;
}

double run_seconds(const Study& study, const RunSettings& run, Isa isa) {
  RunOptions options;
  options.threads = 1;
  options.isa = isa;
  return time_of([&] { benchmark::DoNotOptimize(run_paths(study, run, options)); });
}

/// One round of measurements, in seconds a path; summarising in seconds.
struct Round {
  double draw, kernel, accumulate, whole, summarise;

  double sum() const { return draw + kernel + accumulate; }
};

/// Parts are timed in turn, wave by wave: outputs that were just written take longer to read than those read before.
Round measure(const Study& study, Parts& parts, Isa isa) {
  constexpr double paths = double(waves) * pilot_paths;
  Round round{};
  for (int wave = 0; wave < waves; ++wave) {
    round.draw += time_of([&] { parts.draw(std::int64_t{wave} * pilot_paths); }) / paths;
    round.kernel += time_of([&] { parts.evaluate(); }) / paths;
    round.accumulate += time_of([&] { parts.accumulate(); }) / paths;
  }
  round.summarise = time_of([&] { benchmark::DoNotOptimize(parts.summarise()); });
  round.whole = (run_seconds(study, long_run, isa) - run_seconds(study, short_run, isa)) /
                static_cast<double>(long_run.paths - short_run.paths);
  return round;
}

template <class Value>
double median(std::vector<Round> rounds, Value value) {
  const auto middle = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2);
  std::ranges::nth_element(rounds, middle, {}, value);
  return value(*middle);
}

/// The parts, put together, answer as a run of the pilot does: mean and deviation of each cell that a run takes from
/// the same sums.
std::string problem(const Study& study, Isa isa) {
  const std::vector<Summary> found = Parts(study, isa).summarise();
  RunOptions options;
  options.threads = 1;
  options.isa = Isa::scalar;
  const Results run = run_paths(study, {pilot_paths, long_run.seed, long_run.sampler}, options);
  const std::vector<int> headlines = run.table.headline_cells();  // these come from every path's value
  for (std::size_t cell = 0; cell < found.size(); ++cell) {
    if (std::ranges::count(headlines, static_cast<int>(cell)) > 0) continue;
    const Summary &a = found[cell], &b = run.cells[cell];
    if (a.defined != b.defined || (a.defined > 0 && !(a.mean == b.mean))) return "another mean than a run";
    if (a.defined > 1 && !(a.standard_deviation == b.standard_deviation)) return "another deviation than a run";
  }
  return baseline_problem(study, isa);
}

void compare(benchmark::State& state, Isa isa) {
  const Study study = read_baseline();
  if (const std::string wrong = problem(study, isa); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  Parts parts(study, isa);
  std::vector<Round> rounds;
  for (auto _ : state) rounds.push_back(measure(study, parts, isa));
  const auto microseconds = [&](double Round::*part) {
    return 1e6 * median(rounds, [part](const Round& round) { return round.*part; });
  };
  state.counters["draw_us"] = microseconds(&Round::draw);
  state.counters["kernel_us"] = microseconds(&Round::kernel);
  state.counters["accumulate_us"] = microseconds(&Round::accumulate);
  state.counters["whole_us"] = microseconds(&Round::whole);
  state.counters["summarise_ms"] = microseconds(&Round::summarise) / 1e3;
  state.counters["whole_by_sum"] = median(rounds, [](const Round& round) { return round.whole / round.sum(); });
  state.counters["accumulate_by_kernel"] =
      median(rounds, [](const Round& round) { return round.accumulate / round.kernel; });
}

void register_all() {
  for (const Isa isa : available_isas())
    if (isa != Isa::scalar)
      benchmark::RegisterBenchmark(title("parts", isa).c_str(), [isa](auto& state) { compare(state, isa); })
          ->Iterations(7)
          ->Unit(benchmark::kSecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
