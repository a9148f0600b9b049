#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// An input that a lever moves: its dotted key, as for --set, and where the plan names it.
struct LeverInput {
  std::string key;
  SourcePosition position;
};

enum class LeverKind {
  number,  ///< Sets inputs to a number between two ends.
  scale,   ///< Multiplies inputs, numbers or distributions, by a factor between two ends.
  choice,  ///< Sets inputs to one of some listed values.
};

/// What an optimisation may change, as its plan says it.
struct PlannedLever {
  std::string name;  ///< The first of its inputs, unless the plan says better.
  LeverKind kind = LeverKind::number;
  std::vector<LeverInput> inputs;       ///< Moved together.
  std::vector<LeverInput> complements;  ///< Of a number: each gets what the inputs leave of the baseline's sum of both.
  double from = 0.0, to = 1.0;          ///< from < to, unless it is a choice.
  double step = 0.0;                    ///< Values are from, from + step, …, to; 0: any value between.
  std::vector<std::string> values;      ///< Of a choice: TOML.
  std::vector<std::string> labels;      ///< Of the values, for readers.
  SourcePosition position;
};

/// Reads a [[lever]]; none with errors if anything is wrong with it.
std::optional<PlannedLever> read_lever(const Node& table, Diagnostics& diagnostics);

/// Reports inputs that two levers move, or one lever twice, or of which one is part of another.
void refuse_shared_inputs(const std::vector<PlannedLever>& levers, Diagnostics& diagnostics);

}  // namespace groundwork
