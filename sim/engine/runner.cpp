#include "sim/engine/runner.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "sim/base/stopwatch.hpp"
#include "sim/engine/kept_columns.hpp"
#include "sim/engine/wave_buffer.hpp"

namespace groundwork {

namespace {

static_assert(tile_lanes == tile_paths && randomisations == replicates);

constexpr int tiles_per_task = 8;  // long enough for a quantile table to stay in the cache
constexpr int tasks_per_thread = 2;

/// Tiles of a wave: enough for the pilot and to keep the threads at work, but no more than bounds the memory of a run
/// (0.8 MB a tile for 12,234 cells).
int wave_tiles(const RunSettings& run, int threads) {
  constexpr int tiles_per_thread = 32, most = 128;
  static_assert(tiles_per_thread * tile_paths >= pilot_paths);
  const std::int64_t tiles = (run.paths + tile_paths - 1) / tile_paths;
  return static_cast<int>(std::min<std::int64_t>(tiles, std::min(tiles_per_thread * threads, most)));
}

/// What of the options goes together.
void check_options(const RunOptions& options) {
  const bool has_state = options.resume != nullptr || options.saving.save;
  check(options.changes.is_empty() || !has_state, "run_paths: a checkpoint does not know of changed draws");
  const bool keeps_more = options.keep_inputs || !options.keep_cells.empty();
  check(options.resume == nullptr || !keeps_more, "run_paths: a checkpoint has no such columns");
  const bool needs_tally = options.keep_paths || options.each_wave || !options.precision.empty() || has_state;
  check(options.summarised == Summarised::every_cell || !needs_tally, "run_paths: this needs every cell summarised");
}

/// One run in progress: wave after wave is drawn and evaluated in parallel over tiles, then tallied.
class Run {
 public:
  Run(const Study& study, const RunSettings& run, const RunOptions& options)
      : program_(*study.program),
        run_(run),
        options_(options),
        plan_(study.scenario, study.draws, run, options.changes),
        buffer_(std::in_place, program_, plan_, wave_tiles(run, tbb::this_task_arena::max_concurrency())),
        scratch_([this] { return AlignedDoubles(program_.scratch_doubles()); }),
        passing_([this] { return AlignedDoubles(output_tile_doubles(program_)); }),
        kept_(options.keep_cells, options.keep_inputs ? plan_.drawn() : std::vector<int>()) {
    check_options(options);
    if (options.summarised == Summarised::none) return;
    tally_.emplace(program_.outputs(), options.isa, run, options.keep_paths ? Keep::always : Keep::while_exact);
    if (options.resume != nullptr && !options.resume->state.empty()) tally_->load(options.resume->state);
    paths_ = tally_->paths();
  }

  Results execute() {
    const std::int64_t first = paths_;
    Ending ending = Ending::complete;
    while (paths_ < run_.paths && !are_met_here()) {
      if (ending = why_end(); ending != Ending::complete) break;
      advance();
      if (options_.progress) options_.progress(paths_);
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
    const bool is_look = next_look(paths_ - 1) == paths_;
    if (options_.precision.empty() || !is_look) return false;
    return std::ranges::all_of(options_.precision,
                               [&](const PrecisionTarget& target) { return reached(target).is_met(); });
  }

  PrecisionReached reached(const PrecisionTarget& target) const {
    return measure_precision(target, tally_->summary(target.cell), replication_of(run_.sampler));
  }

  /// Paths of the next wave: as many as the buffer holds, but the pilot first, and no further than the next look at the
  /// precision or the last whole row of 16 paths, up to which a state can be saved.
  int next_wave() const {
    const std::int64_t whole = run_.paths / randomisations * randomisations;
    std::int64_t end = paths_ < whole && paths_ > 0 ? whole : run_.paths;
    if (!options_.precision.empty()) end = std::min(end, next_look(paths_));
    const bool is_pilot = paths_ == 0 && tally_;
    const std::int64_t most = is_pilot ? pilot_paths : std::int64_t{buffer_->tiles()} * tile_paths;
    return static_cast<int>(std::min(most, end - paths_));
  }

  void advance() {
    const Wave wave = buffer_->wave(paths_, next_wave());
    kept_.grow(paths_ + wave.paths);
    evaluate(wave);
    if (tally_) {
      const bool is_last_chance = (paths_ + wave.paths) % randomisations != 0;
      save_if(is_last_chance || since_save_.seconds() >= options_.saving.every_seconds);
      tally_->add(wave);
    }
    if (options_.each_wave) options_.each_wave(wave);
    paths_ += wave.paths;
  }

  void evaluate(const Wave& wave) {
    const Program::Kernel kernel = program_.kernel(options_.isa);
    const int count = static_cast<int>(wave.tiles.size());
    const int grain =
        std::clamp(count / (tasks_per_thread * tbb::this_task_arena::max_concurrency()), 1, tiles_per_task);
    const tbb::blocked_range<int> tiles(0, count, static_cast<std::size_t>(grain));
    tbb::parallel_for(tiles, [&](const tbb::blocked_range<int>& range) {
      double* const memory = scratch_.local().data();
      double* const passing = tally_ ? nullptr : passing_.local().data();
      plan_.draw(options_.isa, wave.first_path + std::int64_t{range.begin()} * tile_paths,
                 static_cast<int>(range.size()), buffer_->inputs(range.begin()));
      for (int tile = range.begin(); tile < range.end(); ++tile) {
        double* const outputs = tally_ ? buffer_->outputs(tile) : passing;
        kernel(program_, buffer_->inputs(tile), outputs, memory);
        kept_.keep(wave.first_path + std::int64_t{tile} * tile_paths, buffer_->inputs(tile), outputs);
      }
    });
  }

  void save_if(bool is_wanted) {
    if (!is_wanted || paths_ == saved_ || !options_.saving.save || !tally_->can_be_saved()) return;
    options_.saving.save(paths_, tally_->save());
    saved_ = paths_;
    since_save_ = Stopwatch();
  }

  Results finish(Ending ending, std::int64_t first) {
    std::vector<PrecisionReached> precision;
    if (paths_ > 0)
      for (const PrecisionTarget& target : options_.precision) precision.push_back(reached(target));
    buffer_.reset();  // memory that the system has at hand again, for the summaries
    Results results = tally_ ? std::move(*tally_).results() : unsummarised();
    results.ending = ending;
    results.first_path = first;
    if (ending == Ending::complete) results.run.paths = results.paths;
    results.precision = std::move(precision);
    std::ranges::move(std::move(kept_).take_cells(), std::back_inserter(results.kept));
    results.kept_inputs = std::move(kept_).take_inputs();
    results.seconds = clock_.seconds();
    return results;
  }

  Results unsummarised() const {
    Results results;
    results.table = program_.outputs();
    results.run = run_;
    results.paths = paths_;
    return results;
  }

  const Program& program_;
  RunSettings run_;
  const RunOptions& options_;
  InputPlan plan_;
  std::optional<WaveBuffer> buffer_;
  tbb::enumerable_thread_specific<AlignedDoubles> scratch_;
  tbb::enumerable_thread_specific<AlignedDoubles> passing_;  ///< Outputs of a tile that are only looked through.
  KeptColumns kept_;
  std::optional<Tally> tally_;
  Stopwatch clock_, since_save_;
  std::int64_t paths_ = 0, saved_ = 0;
};

}  // namespace

Results run_paths(const Study& study, const RunSettings& run, const RunOptions& options) {
  const int threads = options.threads > 0 ? options.threads : tbb::this_task_arena::max_concurrency();
  const tbb::global_control as_many(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  return arena.execute([&] { return Run(study, run, options).execute(); });
}

Results run_paths_in_job(const Study& study, const RunSettings& run, const RunOptions& options) {
  // Isolated: whoever waits for the last tiles of this run does not begin another job meanwhile.
  return tbb::this_task_arena::isolate([&] { return Run(study, run, options).execute(); });
}

}  // namespace groundwork
