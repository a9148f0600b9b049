#pragma once

#include <CLI/App.hpp>
#include <string>

#include "sim/cli/progress_bar.hpp"
#include "sim/cli/scenario_arguments.hpp"
#include "sim/engine/runner.hpp"
#include "sim/pack/isa.hpp"

namespace groundwork {

/// The arguments that say how paths are drawn and computed.
struct EngineArguments {
  std::string isa;
  int threads = 0;

  /// --paths, --seed and --sampler are changes of `scenario`, which must outlive the parsing.
  void add_to(CLI::App& command, ScenarioArguments& scenario);
  Isa chosen_isa() const;
  /// For runs that `bar` shows and that Ctrl-C ends. `bar` must outlive them.
  RunOptions options(ProgressBar& bar) const;
};

}  // namespace groundwork
