#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// An input that a sweep changes: its dotted key, as for --set.
struct SweptInput {
  std::string key;
  SourcePosition position;
};

/// A value of each input of a factor, as TOML.
struct SweepLevel {
  std::vector<std::string> values;
  SourcePosition position;
};

enum class Spacing { linear, logarithmic };

/// All numbers between two ends, for each input of a factor.
struct SweepRange {
  std::vector<double> from, to;
  Spacing spacing = Spacing::linear;
  SourcePosition position;

  /// The values at `share` of the way, 0 … 1, as TOML; to 12 significant digits, so that 0.9 is 0.9.
  SweepLevel at(double share) const;
};

/// What a sweep varies: one input, or several that move together.
struct SweepFactor {
  std::string name;  ///< The keys of its inputs, unless the file says better.
  std::vector<SweptInput> inputs;
  std::vector<SweepLevel> levels;   ///< Those listed, or the steps of the range; none if a range has no steps.
  std::optional<SweepRange> range;  ///< None if the levels are listed.
  SourcePosition position;
};

/// Reads a [[factor]]; none with errors if anything is wrong with it.
std::optional<SweepFactor> read_sweep_factor(const Node& table, Diagnostics& diagnostics);

}  // namespace groundwork
