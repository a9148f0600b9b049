#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/draws.hpp"
#include "sim/contract/model.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// What the user asks for.
struct ScenarioRequest {
  std::string path;
  std::vector<std::string> overrides;  ///< "key=value"
  bool accept_nearest = false;         ///< As `run.accept_nearest_correlation`.
};

/// A scenario with the program that answers it.
struct Study {
  Scenario scenario;
  DrawPlan draws;
  std::unique_ptr<Program> program;
};

/// Reads, merges and checks a scenario, and binds `model` to it. None if anything is wrong; all of it goes to
/// `diagnostics`, in one pass.
std::optional<Study> read_study(const ScenarioRequest& request, Model& model, Diagnostics& diagnostics);

}  // namespace groundwork
