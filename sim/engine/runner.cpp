#include "sim/engine/runner.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "sim/engine/wave_buffer.hpp"
#include "sim/statistics/cell_statistics.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

static_assert(tile_lanes == tile_paths && randomisations == replicates);

constexpr int tiles_per_task = 8;  // long enough for a quantile table to stay in the cache
constexpr int tasks_per_thread = 2;
constexpr int cells_per_task = 64;

Replication replication(Sampler sampler) {
  return sampler == Sampler::mc ? Replication::independent : Replication::randomised;
}

std::vector<int> block_sizes(const OutputTable& table) {
  std::vector<int> sizes;
  for (const MetricBlock& block : table.blocks()) sizes.push_back(block.cells());
  return sizes;
}

/// Tiles of a wave: enough for the pilot and to keep the threads at work, but no more than bounds the memory of a run
/// (0.7 MB a tile for 11,000 cells).
int wave_tiles(const RunSettings& run, int threads) {
  constexpr int most = 128;
  const std::int64_t tiles = (run.paths + tile_paths - 1) / tile_paths;
  const int enough = std::clamp(tiles_per_task * tasks_per_thread * threads, pilot_paths / tile_paths, most);
  return static_cast<int>(std::min<std::int64_t>(tiles, enough));
}

/// Between two whole numbers a quantile tells nothing, and the sketch does not know that they are whole.
void round_quantiles(Summary& cell) {
  for (Summary::Quantiles* quantiles : {&cell.quantile, &cell.low, &cell.high})
    for (double& value : *quantiles) value = std::round(value);
}

/// One run in progress. Each wave is drawn and evaluated in parallel over tiles, then counted in parallel over cells; a
/// cell's paths are counted in order by whoever has the cell, so nothing depends on the schedule.
class Run {
 public:
  Run(const Study& study, const RunSettings& run, const RunOptions& options)
      : program_(*study.program),
        run_(run),
        options_(options),
        plan_(study.scenario, study.draws, run),
        buffer_(program_, plan_, wave_tiles(run, tbb::this_task_arena::max_concurrency())),
        scratch_([this] { return AlignedDoubles(program_.scratch_doubles()); }),
        statistics_(options.isa, block_sizes(program_.outputs()), replication(run.sampler)) {
    if (options.keep_paths || run.paths <= exact_paths)
      for (const int cell : program_.outputs().headline_cells())
        kept_.push_back({cell, std::vector<double>(static_cast<std::size_t>(run.paths))});
  }

  Results execute() {
    const auto start = std::chrono::steady_clock::now();
    while (done_ < run_.paths && !is_stopped()) {
      const std::int64_t most = done_ == 0 ? pilot_paths : std::int64_t{buffer_.tiles()} * tile_paths;
      const int paths = static_cast<int>(std::min(most, run_.paths - done_));
      const Wave wave = buffer_.wave(done_, paths);
      evaluate(wave);
      if (done_ == 0) measure_pilot(wave);
      count(wave);
      done_ += paths;
      if (options_.progress) options_.progress(done_);
    }
    Results results = summarise();
    results.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return results;
  }

 private:
  bool is_stopped() const { return options_.stop != nullptr && options_.stop->load(); }

  template <class Work>
  void for_each_cell_range(Work&& work) {
    const tbb::blocked_range<int> cells(0, program_.outputs().cells(), cells_per_task);
    tbb::parallel_for(cells, [&](const tbb::blocked_range<int>& range) {
      work(CellRange{range.begin(), range.end()});
    });
  }

  void evaluate(const Wave& wave) {
    const Program::Kernel kernel = program_.kernel(options_.isa);
    const int count = static_cast<int>(wave.tiles.size());
    const int grain =
        std::clamp(count / (tasks_per_thread * tbb::this_task_arena::max_concurrency()), 1, tiles_per_task);
    const tbb::blocked_range<int> tiles(0, count, static_cast<std::size_t>(grain));
    tbb::parallel_for(tiles, [&](const tbb::blocked_range<int>& range) {
      double* const memory = scratch_.local().data();
      plan_.draw(options_.isa, wave.first_path + std::int64_t{range.begin()} * tile_paths,
                 static_cast<int>(range.size()), buffer_.inputs(range.begin()));
      for (int tile = range.begin(); tile < range.end(); ++tile)
        kernel(program_, buffer_.inputs(tile), buffer_.outputs(tile), memory);
    });
  }

  void measure_pilot(const Wave& wave) {
    for_each_cell_range([&](CellRange cells) { statistics_.measure_pilot(cells, wave); });
    statistics_.settle_pilot();
  }

  void count(const Wave& wave) {
    for_each_cell_range([&](CellRange cells) { statistics_.add(cells, wave); });
    for (KeptColumn& column : kept_)
      for (int path = 0; path < wave.paths; ++path)
        column.values[static_cast<std::size_t>(wave.first_path + path)] =
            wave.tiles[static_cast<std::size_t>(path / tile_paths)][column.cell * tile_paths + path % tile_paths];
  }

  Results summarise() {
    Results results;
    results.table = program_.outputs();
    results.run = run_;
    results.paths = done_;
    results.cells.resize(static_cast<std::size_t>(results.table.cells()));
    if (done_ == 0) return results;
    for_each_cell_range([&](CellRange cells) {
      std::ranges::copy(statistics_.summaries(cells, done_), results.cells.begin() + cells.first);
    });
    for (KeptColumn& column : kept_) column.values.resize(static_cast<std::size_t>(done_));
    if (run_.paths <= exact_paths)
      tbb::parallel_for(std::size_t{0}, kept_.size(), [&](std::size_t i) {
        results.cells[static_cast<std::size_t>(kept_[i].cell)] =
            groundwork::summarise(kept_[i].values, replication(run_.sampler));
      });
    if (options_.keep_paths) results.kept = std::move(kept_);
    for (const MetricBlock& block : results.table.blocks())
      if (block.metric.is_whole)
        for (int i = 0; i < block.cells(); ++i)
          round_quantiles(results.cells[static_cast<std::size_t>(block.first_cell + i)]);
    return results;
  }

  const Program& program_;
  RunSettings run_;
  const RunOptions& options_;
  InputPlan plan_;
  WaveBuffer buffer_;
  tbb::enumerable_thread_specific<AlignedDoubles> scratch_;
  CellStatistics statistics_;
  std::vector<KeptColumn> kept_;
  std::int64_t done_ = 0;
};

}  // namespace

Results run_paths(const Study& study, const RunSettings& run, const RunOptions& options) {
  const int threads = options.threads > 0 ? options.threads : tbb::this_task_arena::max_concurrency();
  const tbb::global_control as_many(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  return arena.execute([&] { return Run(study, run, options).execute(); });
}

}  // namespace groundwork
