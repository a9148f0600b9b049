#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// A scenario file laid over those it extends, and the overrides over all.
struct Layers {
  Node root;                       ///< Without `extends`.
  std::vector<std::string> files;  ///< The file asked for, the one it extends, and so on.
};

/// Follows `extends` for at most 16 files. None if a file cannot be read; wrong overrides are only reported.
std::optional<Layers> read_layers(const std::string& path, const std::vector<std::string>& overrides,
                                  Diagnostics& diagnostics);

}  // namespace groundwork
