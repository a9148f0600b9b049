#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sim/scenario/node.hpp"

namespace groundwork {

/// Text that stands for a node instead of its own, or "" for its own.
using Substitute = std::function<std::string(const Node&)>;

/// A value as TOML on one line; tables in braces. Numbers read back exactly.
std::string inline_toml(const Node& node, const Substitute& substitute = {});

/// A table as a TOML file: values first, then one [section] for each table of sections and values.
std::string toml_document(const Node& root, const Substitute& substitute = {});

/// A TOML string in quotes.
std::string quoted(std::string_view text);

}  // namespace groundwork
