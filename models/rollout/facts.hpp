#pragma once

#include <optional>
#include <vector>

#include "models/rollout/inputs.hpp"
#include "sim/contract/draws.hpp"

namespace groundwork {

/// What is fixed for the rollout once a scenario is bound.
struct RolloutFacts {
  std::vector<int> stage_order;               ///< Stages in an order in which each comes after those it waits for.
  std::vector<std::vector<int>> stage_after;  ///< By stage, the stages it waits for.
  Family productivity;                        ///< Standard normal, one a quarter.
  Family disruption;                          ///< Uniform, one a quarter.
};

/// Checks stages and networks; what is wrong goes to `diagnostics`, then there is no result.
std::optional<RolloutFacts> bind_rollout(const RolloutInputs& inputs, const Form& form, DrawPlan& draws,
                                         Diagnostics& diagnostics);

}  // namespace groundwork
