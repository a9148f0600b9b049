#include "sim/engine/input_plan.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace groundwork {

namespace {

std::vector<double> central_values(const Scenario& scenario, const DrawPlan& draws) {
  std::vector<double> values;
  for (const Input& input : scenario.inputs) values.push_back(input.distribution.mean());
  for (const Draw& draw : draws.draws()) values.push_back(draw.central);
  return values;
}

/// Columns that take a dimension of the design: distributions, then the model's draws.
std::vector<int> drawn_columns(const Scenario& scenario, const DrawPlan& draws) {
  std::vector<int> columns;
  for (std::size_t column = 0; column < scenario.inputs.size(); ++column)
    if (!scenario.inputs[column].distribution.is_fixed()) columns.push_back(static_cast<int>(column));
  for (std::size_t i = 0; i < draws.draws().size(); ++i) columns.push_back(draws.first_column() + static_cast<int>(i));
  return columns;
}

std::vector<StreamKey> stream_keys(const Scenario& scenario, const DrawPlan& draws) {
  std::vector<StreamKey> keys;
  for (const Input& input : scenario.inputs)
    if (!input.distribution.is_fixed()) keys.push_back({stream_id(input.declaration.key), 0});
  for (const Draw& draw : draws.draws()) keys.push_back({stream_id(draw.stream), draw.index});
  return keys;
}

}  // namespace

InputPlan::InputPlan(const Scenario& scenario, const DrawPlan& draws, const RunSettings& run,
                     const DrawChanges& changes)
    : central_(central_values(scenario, draws)),
      drawn_(drawn_columns(scenario, draws)),
      design_({run.sampler, run.seed, run.paths}, stream_keys(scenario, draws)),
      is_redrawn_(drawn_.size(), 0),
      fixed_(changes.fixed) {
  for (std::size_t column = 0; column < scenario.inputs.size(); ++column) {
    const Distribution& distribution = scenario.inputs[column].distribution;
    if (!distribution.is_fixed()) varying_.push_back({static_cast<int>(column), QuantileKernel(distribution)});
  }
  for (std::size_t i = 0; i < draws.draws().size(); ++i)
    if (draws.draws()[i].kind == DrawKind::standard_normal)
      normals_.push_back(draws.first_column() + static_cast<int>(i));
  for (const CorrelationGroup& group : scenario.correlations) mixed_.push_back({group.columns, group.cholesky});
  if (!changes.redrawn.empty()) redraw(scenario, changes, stream_keys(scenario, draws));
}

/// Column i of the other design is its dimension `columns + i`: scramblings of one Sobol' dimension share the order of
/// their points, so that a dimension and its own second scrambling would not fill the square.
void InputPlan::redraw(const Scenario& scenario, const DrawChanges& changes, const std::vector<StreamKey>& keys) {
  check(changes.other_seed != design_.spec().seed, "InputPlan: redrawn with the run's own seed");
  for (const int column : changes.redrawn) {
    const auto found = std::ranges::find(drawn_, column);
    check(found != drawn_.end(), "InputPlan: nothing is drawn there");
    is_redrawn_[static_cast<std::size_t>(found - drawn_.begin())] = 1;
  }
  for (const CorrelationGroup& group : scenario.correlations) {
    const auto redrawn = std::ranges::count_if(
        group.columns, [&](int column) { return std::ranges::find(changes.redrawn, column) != changes.redrawn.end(); });
    check(redrawn == 0 || redrawn == std::ssize(group.columns), "InputPlan: correlated inputs are redrawn together");
  }
  std::vector<StreamKey> twice = keys;
  twice.insert(twice.end(), keys.begin(), keys.end());
  other_.emplace(DesignSpec{design_.spec().sampler, changes.other_seed, design_.spec().paths}, std::move(twice));
}

void InputPlan::fill_central(double* tile) const {
  for (std::size_t column = 0; column < central_.size(); ++column)
    std::fill_n(tile + column * tile_paths, tile_paths, central_[column]);
}

void InputPlan::draw(Isa isa, std::int64_t first_path, int tiles, double* inputs) const {
  switch (isa) {
    case Isa::scalar:
      return draw<Isa::scalar>(first_path, tiles, inputs);
    case Isa::avx2:
      return draw<Isa::avx2>(first_path, tiles, inputs);
    case Isa::avx512:
      return draw<Isa::avx512>(first_path, tiles, inputs);
  }
}

}  // namespace groundwork
