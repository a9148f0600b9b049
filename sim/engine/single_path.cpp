#include "sim/engine/single_path.hpp"

#include <cmath>

#include "sim/engine/aligned_doubles.hpp"
#include "sim/engine/input_plan.hpp"

namespace groundwork {

namespace {

std::vector<double> lane_of(const double* tile, std::size_t columns, std::size_t lane) {
  std::vector<double> values(columns);
  for (std::size_t column = 0; column < columns; ++column) values[column] = tile[column * tile_paths + lane];
  return values;
}

PathRecord evaluate(const Program& program, const InputPlan& plan, const AlignedDoubles& inputs, std::size_t lane,
                    Isa isa) {
  const auto cells = static_cast<std::size_t>(program.outputs().cells());
  const AlignedDoubles outputs(cells * tile_paths);
  const AlignedDoubles scratch(program.scratch_doubles());
  program.kernel(isa)(program, inputs.data(), outputs.data(), scratch.data());
  return {lane_of(inputs.data(), static_cast<std::size_t>(plan.columns()), lane), lane_of(outputs.data(), cells, lane)};
}

Summary single_value(double value) {
  Summary summary;
  summary.defined = std::isfinite(value) ? 1 : 0;
  summary.undefined = 1 - summary.defined;
  summary.mean = summary.minimum = summary.maximum = summary.tail_below = summary.tail_above = value;
  summary.standard_error = summary.standard_deviation = 0.0;
  summary.quantile.fill(value);
  summary.low.fill(value);
  summary.high.fill(value);
  summary.share_at_minimum = summary.share_at_maximum = static_cast<double>(summary.defined);
  return summary;
}

}  // namespace

PathRecord central_path(const Study& study, Isa isa) {
  RunSettings one_path;
  one_path.paths = 1;
  const InputPlan plan(study.scenario, study.draws, one_path);
  const AlignedDoubles inputs(plan.tile_doubles());
  plan.fill_central(inputs.data());
  return evaluate(*study.program, plan, inputs, 0, isa);
}

PathRecord replay_path(const Study& study, const RunSettings& run, std::int64_t path, Isa isa) {
  check(path >= 0 && path < run.paths, "replay_path: no such path");
  const InputPlan plan(study.scenario, study.draws, run);
  const AlignedDoubles inputs(plan.tile_doubles());
  const std::int64_t lane = path % tile_paths;
  plan.fill_central(inputs.data());
  plan.draw(isa, path - lane, 1, inputs.data());
  return evaluate(*study.program, plan, inputs, static_cast<std::size_t>(lane), isa);
}

Results central_results(const Study& study, Isa isa) {
  Results results;
  results.table = study.program->outputs();
  results.run = study.scenario.run;
  results.paths = 1;
  results.is_central = true;
  for (const double value : central_path(study, isa).outputs) results.cells.push_back(single_value(value));
  return results;
}

}  // namespace groundwork
