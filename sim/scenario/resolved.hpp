#pragma once

#include <string>
#include <vector>

#include "sim/scenario/correlation_reader.hpp"
#include "sim/scenario/input_files.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// What of a scenario's text was understood to mean more than it says.
struct Understanding {
  const InputFiles& files;
  const std::vector<Input>& inputs;
  const CorrelatedPairs& correlations;
  bool nearest_correlation = false;  ///< Correlations were replaced by the nearest possible.
};

/// The merged scenario as one TOML text that reads back to the same scenario from any folder: files have absolute
/// paths, correlations are without the inputs that were left out. A comment says which files and overrides it came
/// from.
std::string resolved_toml(const Layers& layers, const std::vector<std::string>& overrides,
                          const Understanding& understanding);

/// Digest of what a scenario says. It does not depend on formatting, order of keys, positions or paths, nor on title,
/// description and `run`; files count by their content, correlations by their pairs.
std::string scenario_digest(const Node& root, const Understanding& understanding);

}  // namespace groundwork
