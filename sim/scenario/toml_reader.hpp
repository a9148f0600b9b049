#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

inline constexpr int largest_scenario_megabytes = 8;

/// The content of a TOML file, or none with the reason in `diagnostics`. `asked` says who wants the file. The text is
/// remembered for excerpts.
std::optional<Node> read_toml(const std::string& path, const SourcePosition& asked, Diagnostics& diagnostics);
/// The same for a file that the user named.
std::optional<Node> read_toml(const std::string& path, Diagnostics& diagnostics);

/// A single TOML value. Text that is no TOML is taken as a string, unless it starts like a string, a list or a table.
/// `position` is given to every node.
std::optional<Node> parse_value(const std::string& text, const SourcePosition& position, Diagnostics& diagnostics);

}  // namespace groundwork
