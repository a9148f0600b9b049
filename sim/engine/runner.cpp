#include "sim/engine/runner.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <iterator>

#include "sim/base/stopwatch.hpp"
#include "sim/engine/wave_buffer.hpp"

namespace groundwork {

namespace {

static_assert(tile_lanes == tile_paths && randomisations == replicates);

constexpr int tiles_per_task = 8;  // long enough for a quantile table to stay in the cache
constexpr int tasks_per_thread = 2;

/// Tiles of a wave: enough for the pilot and to keep the threads at work, but no more than bounds the memory of a run
/// (0.7 MB a tile for 11,000 cells).
int wave_tiles(const RunSettings& run, int threads) {
  constexpr int tiles_per_thread = 64, most = 128;
  static_assert(tiles_per_thread * tile_paths >= pilot_paths);
  const std::int64_t tiles = (run.paths + tile_paths - 1) / tile_paths;
  return static_cast<int>(std::min<std::int64_t>(tiles, std::min(tiles_per_thread * threads, most)));
}

/// One run in progress: wave after wave is drawn and evaluated in parallel over tiles, then tallied.
class Run {
 public:
  Run(const Study& study, const RunSettings& run, const RunOptions& options)
      : program_(*study.program),
        run_(run),
        options_(options),
        plan_(study.scenario, study.draws, run, options.changes),
        buffer_(program_, plan_, wave_tiles(run, tbb::this_task_arena::max_concurrency())),
        scratch_([this] { return AlignedDoubles(program_.scratch_doubles()); }),
        tally_(program_.outputs(), options.isa, run, options.keep_paths ? Keep::always : Keep::while_exact) {
    check(options.changes.is_empty() || (options.resume == nullptr && !options.saving.save),
          "run_paths: a checkpoint does not know of changed draws");
    const bool keeps_more = options.keep_inputs || !options.keep_cells.empty();
    check(options.resume == nullptr || !keeps_more, "run_paths: a checkpoint has no such columns");
    if (options.resume != nullptr && !options.resume->state.empty()) tally_.load(options.resume->state);
    if (options.keep_inputs)
      for (const int column : plan_.drawn()) kept_inputs_.push_back({column, {}});
    for (const int cell : options.keep_cells) kept_cells_.push_back({cell, {}});
  }

  Results execute() {
    const std::int64_t first = tally_.paths();
    Ending ending = Ending::complete;
    while (tally_.paths() < run_.paths && !are_met_here()) {
      if (ending = why_end(); ending != Ending::complete) break;
      advance();
      if (options_.progress) options_.progress(tally_.paths());
    }
    save_if(true);
    return finish(ending, first);
  }

 private:
  Ending why_end() const {
    if (options_.stop != nullptr && options_.stop->load()) return Ending::interrupted;
    if (options_.seconds > 0.0 && clock_.seconds() >= options_.seconds) return Ending::out_of_time;
    return Ending::complete;
  }

  bool are_met_here() {
    const bool is_look = next_look(tally_.paths() - 1) == tally_.paths();
    if (options_.precision.empty() || !is_look) return false;
    return std::ranges::all_of(options_.precision,
                               [&](const PrecisionTarget& target) { return reached(target).is_met(); });
  }

  PrecisionReached reached(const PrecisionTarget& target) const {
    return measure_precision(target, tally_.summary(target.cell), replication_of(run_.sampler));
  }

  /// Paths of the next wave: as many as the buffer holds, but the pilot first, and no further than the next look at the
  /// precision or the last whole row of 16 paths, up to which a state can be saved.
  int next_wave() const {
    const std::int64_t done = tally_.paths();
    const std::int64_t whole = run_.paths / randomisations * randomisations;
    std::int64_t end = done < whole && done > 0 ? whole : run_.paths;
    if (!options_.precision.empty()) end = std::min(end, next_look(done));
    const std::int64_t most = done == 0 ? pilot_paths : std::int64_t{buffer_.tiles()} * tile_paths;
    return static_cast<int>(std::min(most, end - done));
  }

  void advance() {
    const Wave wave = buffer_.wave(tally_.paths(), next_wave());
    evaluate(wave);
    const bool is_last_chance = (tally_.paths() + wave.paths) % randomisations != 0;
    save_if(is_last_chance || since_save_.seconds() >= options_.saving.every_seconds);
    keep(wave);
    tally_.add(wave);
  }

  /// Appends what is to be kept besides the headline figures.
  void keep(const Wave& wave) {
    for (KeptInput& input : kept_inputs_) append_column(buffer_.input_tiles(), input.column, wave.paths, input.values);
    for (KeptColumn& column : kept_cells_) append_column(wave.tiles, column.cell, wave.paths, column.values);
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

  void save_if(bool is_wanted) {
    const bool is_new = tally_.paths() > saved_;
    if (!is_wanted || !is_new || !options_.saving.save || !tally_.can_be_saved()) return;
    options_.saving.save(tally_.paths(), tally_.save());
    saved_ = tally_.paths();
    since_save_ = Stopwatch();
  }

  Results finish(Ending ending, std::int64_t first) {
    std::vector<PrecisionReached> precision;
    if (tally_.paths() > 0)
      for (const PrecisionTarget& target : options_.precision) precision.push_back(reached(target));
    Results results = std::move(tally_).results();
    results.ending = ending;
    results.first_path = first;
    if (ending == Ending::complete) results.run.paths = results.paths;
    results.precision = std::move(precision);
    std::ranges::move(kept_cells_, std::back_inserter(results.kept));
    results.kept_inputs = std::move(kept_inputs_);
    results.seconds = clock_.seconds();
    return results;
  }

  const Program& program_;
  RunSettings run_;
  const RunOptions& options_;
  InputPlan plan_;
  WaveBuffer buffer_;
  tbb::enumerable_thread_specific<AlignedDoubles> scratch_;
  Tally tally_;
  std::vector<KeptColumn> kept_cells_;
  std::vector<KeptInput> kept_inputs_;
  Stopwatch clock_, since_save_;
  std::int64_t saved_ = 0;
};

}  // namespace

Results run_paths(const Study& study, const RunSettings& run, const RunOptions& options) {
  const int threads = options.threads > 0 ? options.threads : tbb::this_task_arena::max_concurrency();
  const tbb::global_control as_many(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  return arena.execute([&] { return Run(study, run, options).execute(); });
}

}  // namespace groundwork
