#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/horizon.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

// Each of these takes the node of `key`, and gives its value, or none with one error at the node.

/// A whole number within the bounds; 1e6 counts as whole.
std::optional<std::int64_t> read_whole(const Node& node, const Declaration& declaration, Diagnostics& diagnostics);
/// A number within the bounds.
std::optional<double> read_number(const Node& node, const Declaration& declaration, Diagnostics& diagnostics);
std::optional<bool> read_flag(const Node& node, std::string_view key, Diagnostics& diagnostics);
/// "2020-Q1"
std::optional<Quarter> read_quarter(const Node& node, std::string_view key, Diagnostics& diagnostics);
std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics);
std::optional<std::vector<std::string>> read_texts(const Node& node, std::string_view key, Diagnostics& diagnostics);
std::optional<std::vector<double>> read_numbers(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// The names in an array of named tables; elements without a name, or with one that is taken, are reported and left
/// out.
std::vector<std::string> read_names(const Node& node, std::string_view key, Diagnostics& diagnostics);
/// The years that are keys of a table, ascending; other keys are reported.
std::vector<int> read_years(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// "'rollout.cost.ran' [CNY/station]"
std::string label(const Declaration& declaration);

}  // namespace groundwork
