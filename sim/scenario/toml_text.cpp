#include "sim/scenario/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

std::string key_text(const std::string& key) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !key.empty() && std::ranges::all_of(key, plain) ? key : quoted(key);
}

/// A number that stays a real when read.
std::string real_text(double value) {
  const std::string text = number_text(value);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

/// A quantity, or a table of plain values, is written on one line.
bool fits_on_a_line(const Node& node) {
  const auto* members = node.table();
  if (members == nullptr || node.is_quantity()) return true;
  constexpr std::size_t most_members = 16;
  const auto structured = [](const Member& m) { return m.node.table() != nullptr || m.node.array() != nullptr; };
  return members->size() <= most_members && std::ranges::none_of(*members, structured);
}

class DocumentWriter {
 public:
  explicit DocumentWriter(const Substitute& substitute) : substitute_(substitute) {}

  std::string write(const Node& root) {
    write_members(root, "");
    return std::move(out_);
  }

 private:
  void write_members(const Node& table, const std::string& path) {
    const auto is_section = [&](const Member& m) {
      return m.node.table() != nullptr && (path.empty() ? !m.node.is_quantity() : !fits_on_a_line(m.node));
    };
    for (const Member& member : *table.table())
      if (!is_section(member)) out_ += fmt::format("{} = {}\n", key_text(member.key), value_text(member.node));
    for (const Member& member : *table.table()) {
      if (!is_section(member)) continue;
      const std::string inner = path.empty() ? key_text(member.key) : path + "." + key_text(member.key);
      out_ += fmt::format("\n[{}]\n", inner);
      write_members(member.node, inner);
    }
  }

  /// As inline_toml, but each table of a list on a line of its own.
  std::string value_text(const Node& node) const {
    const auto* elements = node.array();
    const bool replaced = substitute_ && !substitute_(node).empty();
    const bool tables = !replaced && elements != nullptr && !elements->empty() && elements->front().table() != nullptr;
    if (!tables) return inline_toml(node, substitute_);
    std::string text = "[\n";
    for (const Node& element : *elements) text += fmt::format("  {},\n", inline_toml(element, substitute_));
    return text + "]";
  }

  const Substitute& substitute_;
  std::string out_;
};

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (code < 0x20 || code == 0x7F) {
      out += fmt::format("\\u{:04X}", code);
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string inline_toml(const Node& node, const Substitute& substitute) {
  if (std::string instead = substitute ? substitute(node) : ""; !instead.empty()) return instead;
  std::vector<std::string> parts;
  if (const auto* members = node.table()) {
    for (const Member& member : *members)
      parts.push_back(fmt::format("{} = {}", key_text(member.key), inline_toml(member.node, substitute)));
    return parts.empty() ? "{}" : fmt::format("{{ {} }}", joined(parts, ", "));
  }
  if (const auto* elements = node.array()) {
    for (const Node& element : *elements) parts.push_back(inline_toml(element, substitute));
    return fmt::format("[{}]", joined(parts, ", "));
  }
  if (const auto* text = node.text()) return quoted(*text);
  if (const auto* flag = std::get_if<bool>(&node.value)) return *flag ? "true" : "false";
  if (const auto* date = std::get_if<Node::Date>(&node.value)) return date->text;
  if (const auto* integer = std::get_if<std::int64_t>(&node.value)) return fmt::format("{}", *integer);
  return real_text(std::get<double>(node.value));
}

std::string toml_document(const Node& root, const Substitute& substitute) {
  return DocumentWriter(substitute).write(root);
}

}  // namespace groundwork
