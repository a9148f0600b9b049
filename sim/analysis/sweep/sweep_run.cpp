#include "sim/analysis/sweep/sweep_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>

#include "sim/base/text.hpp"
#include "sim/engine/jobs.hpp"
#include "sim/engine/runner.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

class SweepRun {
 public:
  SweepRun(const SweepPlan& plan, PointKeeper& keeper, const SweepRunOptions& options)
      : plan_(plan), keeper_(keeper), options_(options) {}

  void simulate(std::int64_t number) {
    SweepPoint point{number, plan_.design.values(number), {}, {}};
    Diagnostics found;
    const std::optional<Study> study = plan_.reader.read(point.values, found);
    const std::vector<int> cells = study ? cells_of(*study, found) : std::vector<int>{};
    if (found.has_errors()) return note_impossible(point, found);
    point.key = {study->scenario.digest, plan_.model, options_.version, study->scenario.run};
    if (adopt(point)) return;
    if (!summarise_paths(*study, cells, point)) return;
    const std::lock_guard lock(mutex_);
    keeper_.keep(point);
    ++outcome_.simulated;
    report();
  }

  SweepOutcome take() && {
    std::ranges::sort(outcome_.impossible, {}, &ImpossiblePoint::number);
    outcome_.is_interrupted = options_.stop != nullptr && options_.stop->load();
    return std::move(outcome_);
  }

 private:
  /// Of the figures in this study; what it lacks goes to `found`.
  std::vector<int> cells_of(const Study& study, Diagnostics& found) const {
    std::vector<int> cells;
    for (const SweepFigure& figure : plan_.head.figures) {
      cells.push_back(study.program->outputs().find(figure.metric.name, figure.scope, figure.period));
      if (cells.back() < 0) found.error({}, fmt::format("it has no {}", figure.name));
    }
    return cells;
  }

  void note_impossible(const SweepPoint& point, const Diagnostics& found) {
    const auto first = std::ranges::find(found.all(), Severity::error, &Diagnostic::severity);
    const std::lock_guard lock(mutex_);
    outcome_.impossible.push_back({point.number, point.values, first->problem});
    report();
  }

  bool adopt(const SweepPoint& point) {
    const std::lock_guard lock(mutex_);
    if (!keeper_.adopt(point)) return false;
    ++outcome_.adopted;
    report();
    return true;
  }

  /// Fills in the figures. False if it was stopped.
  bool summarise_paths(const Study& study, const std::vector<int>& cells, SweepPoint& point) const {
    RunOptions options;
    options.isa = options_.isa;
    options.stop = options_.stop;
    options.summarised = Summarised::none;
    options.keep_cells = cells;
    const RunSettings& run = study.scenario.run;
    const Results results = run_paths_in_job(study, run, options);
    if (!results.is_complete()) return false;
    for (std::size_t i = 0; i < cells.size(); ++i)
      point.figures.push_back(
          stated_summary(plan_.head.figures[i].metric, summarise(results.kept[i].values, replication_of(run.sampler))));
    return true;
  }

  void report() const {
    if (options_.progress) options_.progress(outcome_.simulated + outcome_.adopted + std::ssize(outcome_.impossible));
  }

  const SweepPlan& plan_;
  PointKeeper& keeper_;
  const SweepRunOptions& options_;
  std::mutex mutex_;  ///< Of the keeper and the outcome.
  SweepOutcome outcome_;
};

}  // namespace

SweepOutcome run_sweep(const SweepPlan& plan, const std::vector<std::int64_t>& numbers, PointKeeper& keeper,
                       const SweepRunOptions& options) {
  SweepRun run(plan, keeper, options);
  run_jobs(std::ssize(numbers), {options.threads, options.stop},
           [&](std::int64_t i) { run.simulate(numbers[static_cast<std::size_t>(i)]); });
  return std::move(run).take();
}

}  // namespace groundwork
