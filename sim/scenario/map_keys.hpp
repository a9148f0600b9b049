#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// Whether `node` is a table of `known` keys only; else errors, with the key that was perhaps meant. `what` names it:
/// "[[compare]]".
bool check_keys(const Node& node, std::string_view what, const std::vector<std::string>& known,
                Diagnostics& diagnostics);

/// The text of a key that must be there; none with an error.
std::optional<std::string> require_text(const Node& table, std::string_view what, std::string_view key,
                                        Diagnostics& diagnostics);

/// The elements of an array of tables such as [[compare]]; none if there is no `node`, or with an error if it is
/// something else.
std::span<const Node> tables_of(const Node* node, std::string_view what, Diagnostics& diagnostics);

}  // namespace groundwork
