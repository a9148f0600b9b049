#pragma once

#include <CLI/App.hpp>
#include <string>

#include "sim/pack/isa.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// The arguments that say how paths are drawn and computed; every command that simulates has them.
struct EngineArguments {
  std::string isa;
  int threads = 0;

  /// --paths, --seed and --sampler go to the overrides of `request`, so they are checked and saved with the scenario.
  void add_to(CLI::App& command, ScenarioRequest& request);
  Isa chosen_isa() const;
};

}  // namespace groundwork
