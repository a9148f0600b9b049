#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// Applies "key=value" texts of the command line, in order, by the rules of merge(). A key is dotted; a part with dots
/// or blanks is quoted ("network.'CT.CU'.plan_share"). A value is TOML; what is not TOML is taken as a text. The nodes
/// have no file; their line counts the overrides.
void apply_overrides(Node& root, const std::vector<std::string>& overrides, Diagnostics& diagnostics);

/// The parts of such a key; none if it is no key.
std::vector<std::string> key_parts(std::string_view key);

}  // namespace groundwork
