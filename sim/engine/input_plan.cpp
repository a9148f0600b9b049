#include "sim/engine/input_plan.hpp"

#include <algorithm>

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

InputPlan::InputPlan(const Scenario& scenario, const DrawPlan& draws, const RunSettings& run)
    : central_(central_values(scenario, draws)),
      drawn_(drawn_columns(scenario, draws)),
      design_({run.sampler, run.seed, run.paths}, stream_keys(scenario, draws)) {
  for (std::size_t column = 0; column < scenario.inputs.size(); ++column) {
    const Distribution& distribution = scenario.inputs[column].distribution;
    if (!distribution.is_fixed()) varying_.push_back({static_cast<int>(column), QuantileKernel(distribution)});
  }
  for (std::size_t i = 0; i < draws.draws().size(); ++i)
    if (draws.draws()[i].kind == DrawKind::standard_normal)
      normals_.push_back(draws.first_column() + static_cast<int>(i));
  for (const CorrelationGroup& group : scenario.correlations) mixed_.push_back({group.columns, group.cholesky});
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
