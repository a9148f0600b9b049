#include "sim/scenario/map_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

bool check_keys(const Node& node, std::string_view what, const std::vector<std::string>& known,
                Diagnostics& diagnostics) {
  if (node.table() == nullptr)
    diagnostics.error(node.position, fmt::format("{} must be a table, is {}", what, node.described()));
  if (node.table() == nullptr) return false;
  bool is_right = true;
  for (const Member& member : *node.table()) {
    if (std::ranges::find(known, member.key) != known.end()) continue;
    const std::string like = closest(member.key, known);
    diagnostics.error(member.position, fmt::format("unknown key '{}' in {}", member.key, what),
                      like.empty() ? "there may be: " + joined(known, ", ") : fmt::format("did you mean '{}'?", like));
    is_right = false;
  }
  return is_right;
}

std::optional<std::string> require_text(const Node& table, std::string_view what, std::string_view key,
                                        Diagnostics& diagnostics) {
  const Node* node = table.find(key);
  if (node == nullptr) diagnostics.error(table.position, fmt::format("{} needs '{}'", what, key));
  if (node == nullptr) return std::nullopt;
  std::optional<std::string> text = read_text(*node, key, diagnostics);
  if (!text || !trimmed(*text).empty()) return text;
  diagnostics.error(node->position, fmt::format("'{}' of {} is empty", key, what));
  return std::nullopt;
}

std::span<const Node> tables_of(const Node* node, std::string_view what, Diagnostics& diagnostics) {
  if (node == nullptr) return {};
  if (node->array() != nullptr) return *node->array();
  diagnostics.error(node->position, fmt::format("{} must be a list of tables, is {}", what, node->described()));
  return {};
}

}  // namespace groundwork
