#include "sim/analysis/sweep/sweep_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sim/analysis/sweep/level_check.hpp"
#include "sim/analysis/sweep/sweep_figures.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/text.hpp"

namespace groundwork {

namespace {

PointReader point_reader(const SweepFile& sweep, const SweepSurroundings& surroundings) {
  PointReader reader{surroundings.make_model, sweep.scenario, {}, {}, surroundings.accept_nearest};
  for (const FixedChange& change : sweep.set) reader.changes.push_back(change.assignment);
  for (const SweepFactor& factor : sweep.factors)
    for (const SweptInput& input : factor.inputs) reader.inputs.push_back(input.key);
  return reader;
}

/// Names the points: what they change, by what, in which order.
std::string sweep_digest(const SweepFile& sweep, const Study& base, const std::vector<std::string>& level_digests) {
  const RunSettings& run = base.scenario.run;
  std::vector<std::string> parts{sweep.title, base.scenario.digest, std::string(name(sweep.kind)),
                                 fmt::format("{} {}", sweep.points, sweep.seed),
                                 fmt::format("{} {} {}", run.paths, run.seed, name(run.sampler))};
  for (const SweepFactor& factor : sweep.factors) {
    const bool is_drawn = factor.range && sweep.kind == SweepKind::latin_hypercube;
    parts.push_back(fmt::format("{}{}", factor.name, is_drawn && factor.range->spacing == Spacing::logarithmic));
    for (const SweptInput& input : factor.inputs) parts.push_back(input.key);
    for (const SweepLevel& level : checked_levels(sweep, factor)) parts.push_back(joined(level.values, ", "));
  }
  parts.insert(parts.end(), level_digests.begin(), level_digests.end());
  return digest(joined(parts, "\n"));
}

SweepHead head_of(const SweepFile& sweep, const Study& base) {
  SweepHead head;
  head.title = sweep.title;
  head.scenario = sweep.scenario;
  head.scenario_title = base.scenario.title.en;
  head.design = name(sweep.kind);
  for (const SweepFactor& factor : sweep.factors) {
    SweepColumn column{factor.name, {}};
    for (const SweptInput& input : factor.inputs) column.inputs.push_back(input.key);
    head.factors.push_back(std::move(column));
  }
  return head;
}

/// Reports at its place in the sweep what is wrong with the scenario that all points change.
std::optional<Study> read_base(const SweepFile& sweep, const PointReader& reader, Diagnostics& diagnostics) {
  std::vector<SourcePosition> places;
  for (const FixedChange& change : sweep.set) places.push_back(change.position);
  Diagnostics found;
  auto base = PointReader{reader.make_model, reader.path, reader.changes, {}, reader.accept_nearest}.read({}, found);
  const std::string missing = fmt::format("cannot read '{}'", reader.path);
  for (const Diagnostic& problem : found.all())
    report_at(places, problem.problem.starts_with(missing) ? &sweep.scenario_position : nullptr, problem, diagnostics);
  return base;
}

}  // namespace

ScenarioRequest PointReader::request(const std::vector<std::string>& values) const {
  ScenarioRequest request{path, changes, accept_nearest};
  for (std::size_t i = 0; i < values.size(); ++i)
    request.overrides.push_back(fmt::format("{}={}", inputs[i], values[i]));
  return request;
}

std::optional<Study> PointReader::read(const std::vector<std::string>& values, Diagnostics& diagnostics) const {
  const std::unique_ptr<Model> model = make_model();
  return read_study(request(values), *model, diagnostics);
}

std::optional<SweepPlan> plan_sweep(const SweepFile& sweep, const SweepSurroundings& surroundings,
                                    Diagnostics& diagnostics) {
  if (sweep.scenario.empty()) return std::nullopt;
  PointReader reader = point_reader(sweep, surroundings);
  std::optional<Study> base = read_base(sweep, reader, diagnostics);
  if (!base) {  // What is wrong is said; look whether more is, without the changes that may be the reason.
    Diagnostics said;
    reader.changes.clear();
    base = reader.read({}, said);
  }
  if (!base) return std::nullopt;
  const std::vector<SweepFigure> figures = find_sweep_figures(sweep, base->program->outputs(), diagnostics);
  const std::vector<std::string> level_digests = check_levels(sweep, reader, surroundings.threads, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  SweepPlan plan{head_of(sweep, *base), SweepDesign(sweep), reader, base->scenario.run,
                 std::string(reader.make_model()->name())};
  plan.head.figures = figures;
  plan.head.points = plan.design.points();
  plan.head.digest = sweep_digest(sweep, *base, level_digests);
  return plan;
}

}  // namespace groundwork
