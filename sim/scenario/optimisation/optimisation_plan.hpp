#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/optimisation/planned_lever.hpp"

namespace groundwork {

enum class Goal { minimise, maximise };

/// A text that is understood later, when the scenario's figures are known: "mean(tco)".
struct PlannedText {
  std::string text;
  SourcePosition position;
};

/// Which phases a search has (docs/optimise.md, "The search").
enum class SearchPhases { global_then_local, global, local };
/// "global then local", "global", "local"
std::string_view name(SearchPhases phases);

struct SearchSettings {
  int evaluations = 400;  ///< Simulations at most, the baseline's among them; 2 or more.
  SearchPhases phases = SearchPhases::global_then_local;
  std::uint64_t seed = 1;  ///< Of the optimiser's own random numbers; draws have the seed of the scenario.
  double margin = 1.0;     ///< Standard errors by which a constraint must hold in the search; >= 0.
};

/// The draws on which the answer is checked; 16 paths or more.
struct CheckSettings {
  std::int64_t paths = 20'000;
  std::uint64_t seed = 999;
};

/// What is to be chosen, and by which measure: a file.
struct OptimisationPlan {
  std::string path;
  std::string title;
  std::string scenario;                ///< As one would type it.
  std::vector<std::string> overrides;  ///< "key=value", as --set.
  Goal goal = Goal::minimise;
  PlannedText objective;
  std::vector<PlannedText> constraints;
  std::vector<PlannedLever> levers;  ///< One or more.
  SearchSettings search;
  CheckSettings check;
};

/// Reads a plan (docs/optimise.md, "The plan"). None if anything is wrong: all of it goes to `diagnostics`.
std::optional<OptimisationPlan> read_optimisation_plan(const std::string& path, Diagnostics& diagnostics);

}  // namespace groundwork
