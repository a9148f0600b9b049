#include "sim/analysis/sweep/level_check.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "sim/engine/jobs.hpp"

namespace groundwork {

namespace {

/// One factor at one level, the others as the scenario has them.
struct Trial {
  const SweepFactor* factor = nullptr;
  SweepLevel level;
  std::string digest;
  Diagnostics found;
};

std::vector<Trial> trials_of(const SweepFile& sweep) {
  std::vector<Trial> trials;
  for (const SweepFactor& factor : sweep.factors)
    for (SweepLevel& level : checked_levels(sweep, factor)) trials.push_back({&factor, std::move(level), "", {}});
  return trials;
}

void attempt(Trial& trial, PointReader reader) {
  reader.inputs.clear();
  for (const SweptInput& input : trial.factor->inputs) reader.inputs.push_back(input.key);
  if (const auto study = reader.read(trial.level.values, trial.found)) trial.digest = study->scenario.digest;
}

/// A wrong key is one mistake at its own place, however many levels it has.
bool is_wrong_key(const Diagnostic& problem) { return problem.problem.starts_with("unknown input"); }

/// Where the keys and values of each override were said: the fixed ones, then the factor's.
std::vector<SourcePosition> places_of(const std::vector<SourcePosition>& fixed, const Trial& trial,
                                      const Diagnostic& problem) {
  std::vector<SourcePosition> places = fixed;
  for (const SweptInput& input : trial.factor->inputs)
    places.push_back(is_wrong_key(problem) ? input.position : trial.level.position);
  return places;
}

}  // namespace

std::vector<SweepLevel> checked_levels(const SweepFile& sweep, const SweepFactor& factor) {
  const bool is_drawn = factor.range && sweep.kind == SweepKind::latin_hypercube;
  if (is_drawn) return {factor.range->at(0.0), factor.range->at(1.0)};
  return factor.levels;
}

std::vector<std::string> check_levels(const SweepFile& sweep, const PointReader& reader, int threads,
                                      Diagnostics& diagnostics) {
  constexpr std::size_t most_for_more_errors = 1000;  // some seconds of a planner's time
  std::vector<Trial> trials = trials_of(sweep);
  if (diagnostics.has_errors() && trials.size() > most_for_more_errors) return {};
  run_jobs(std::ssize(trials), {threads},
           [&](std::int64_t i) { attempt(trials[static_cast<std::size_t>(i)], reader); });
  std::vector<SourcePosition> fixed;
  for (std::size_t i = 0; i < reader.changes.size(); ++i) fixed.push_back(sweep.set[i].position);
  std::vector<std::string> digests;
  std::set<std::string> wrong_keys;
  for (const Trial& trial : trials) {
    digests.push_back(trial.digest);
    for (const Diagnostic& problem : trial.found.all()) {
      if (problem.severity == Severity::warning) continue;  // shown when the scenario was read without factors
      if (is_wrong_key(problem) && !wrong_keys.insert(trial.factor->name + problem.problem).second) continue;
      report_at(places_of(fixed, trial, problem), &trial.level.position, problem, diagnostics);
    }
  }
  return digests;
}

void report_at(const std::vector<SourcePosition>& places, const SourcePosition* otherwise, const Diagnostic& problem,
               Diagnostics& diagnostics) {
  const auto line = static_cast<std::size_t>(problem.position.line);
  const bool is_change = problem.position.file.empty() && line >= 1 && line <= places.size();
  if (!is_change && otherwise == nullptr) return diagnostics.take(problem);
  const SourcePosition& position = is_change ? places[line - 1] : *otherwise;
  if (position.file.empty()) return diagnostics.take(problem);
  if (problem.severity == Severity::error)
    diagnostics.error(position, problem.problem, problem.hint);
  else
    diagnostics.warning(position, problem.problem, problem.hint);
}

}  // namespace groundwork
