#include "sim/scenario/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "sim/base/text.hpp"
#include "sim/scenario/merge.hpp"
#include "sim/scenario/toml_reader.hpp"

namespace groundwork {

namespace {

struct Assignment {
  std::vector<std::string> key;
  std::string value;
};

/// The parts of `text` up to the first '=' outside quotes; none if it is no assignment.
std::optional<Assignment> parse_assignment(std::string_view text) {
  Assignment out;
  std::string part;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ends = quote == 0 && (c == '.' || c == '=');
    if (ends) out.key.emplace_back(trimmed(part));
    if (ends) part.clear();
    if (ends && c == '=') {
      out.value = trimmed(text.substr(i + 1));
      const bool complete = std::ranges::none_of(out.key, &std::string::empty) && !out.value.empty();
      return complete ? std::optional(out) : std::nullopt;
    }
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (!ends) {
      part += c;
    }
  }
  return std::nullopt;
}

/// { a = { b = value } } for the key a.b.
Node nested(const std::vector<std::string>& key, Node value) {
  for (auto part = key.rbegin(); part != key.rend(); ++part) {
    const SourcePosition position = value.position;
    Node::Table table;
    table.push_back({*part, std::move(value), position});
    value = Node(std::move(table), position);
  }
  return value;
}

void remember(const std::vector<std::string>& overrides, Diagnostics& diagnostics) {
  std::string text;
  for (std::string line : overrides) {
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    text += fmt::format("--set {}\n", line);
  }
  diagnostics.remember_source("", text);
}

}  // namespace

std::vector<std::string> key_parts(std::string_view key) {
  const auto assignment = parse_assignment(std::string(key) + "=0");
  const bool is_key = assignment && assignment->value == "0";
  return is_key ? assignment->key : std::vector<std::string>{};
}

void apply_overrides(Node& root, const std::vector<std::string>& overrides, Diagnostics& diagnostics) {
  remember(overrides, diagnostics);
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    const SourcePosition position{"", static_cast<int>(i) + 1, 1};
    const auto assignment = parse_assignment(overrides[i]);
    if (!assignment) {
      diagnostics.error(position, "an override must be KEY=VALUE", "such as --set time.end=2025-Q4");
    } else if (assignment->key.front() == "extends") {
      diagnostics.error(position, "'extends' cannot be set on the command line",
                        "run the scenario that extends the other");
    } else if (auto value = parse_value(assignment->value, position, diagnostics)) {
      merge(root, nested(assignment->key, std::move(*value)), diagnostics);
    }
  }
}

}  // namespace groundwork
