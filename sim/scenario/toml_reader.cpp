#include "sim/scenario/toml_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <tuple>

#include "sim/base/text.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/toml_syntax.hpp"

namespace groundwork {

namespace {

/// Turns toml++ values into nodes, and notes numbers that are none.
class Converter {
 public:
  /// Positions come from the text, or are all `fixed` if that is given.
  Converter(std::string file, const SourcePosition* fixed, Diagnostics& diagnostics)
      : file_(std::move(file)), fixed_(fixed), diagnostics_(diagnostics) {}

  Node convert(const toml::node& node) {
    Node out({}, position(node.source().begin));
    if (const auto* table = node.as_table()) out.value = members(*table);
    if (const auto* array = node.as_array()) out.value = elements(*array);
    if (const auto* text = node.as_string()) out.value = text->get();
    if (const auto* integer = node.as_integer()) out.value = integer->get();
    if (const auto* flag = node.as_boolean()) out.value = flag->get();
    if (const auto* real = node.as_floating_point()) out.value = finite(real->get(), out.position);
    if (node.is_date() || node.is_time() || node.is_date_time()) out.value = date(node);
    return out;
  }

 private:
  SourcePosition position(toml::source_position place) const {
    return fixed_ != nullptr ? *fixed_
                             : SourcePosition{file_, static_cast<int>(place.line), static_cast<int>(place.column)};
  }

  Node::Table members(const toml::table& table) {
    Node::Table out;
    for (const auto& [key, node] : table)
      out.push_back({std::string(key.str()), convert(node), position(key.source().begin)});
    const auto place = [](const Member& m) { return std::tuple(m.position.line, m.position.column); };
    std::ranges::stable_sort(out, {}, place);  // toml++ sorts by name
    return out;
  }

  Node::Array elements(const toml::array& array) {
    Node::Array out;
    for (const toml::node& node : array) out.push_back(convert(node));
    return out;
  }

  double finite(double value, const SourcePosition& where) {
    if (!std::isfinite(value))
      diagnostics_.error(where, "a number must be finite", "leave out a limit that is not there");
    return value;
  }

  static Node::Date date(const toml::node& node) {
    std::ostringstream text;
    node.visit([&](const auto& value) {
      if constexpr (toml::is_chronological<decltype(value)>) text << value.get();
    });
    return {text.str()};
  }

  std::string file_;
  const SourcePosition* fixed_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Node> read_toml(const std::string& path, const SourcePosition& asked, Diagnostics& diagnostics) {
  const auto text = read_text_file(path, largest_scenario_megabytes, asked, diagnostics);
  if (!text) return std::nullopt;
  diagnostics.remember_source(path, *text);
  if (const int line = line_nested_too_deeply(*text); line > 0) {
    diagnostics.error({path, line, 1}, "a key has more than 32 parts");
    return std::nullopt;
  }
  try {
    const toml::table table = toml::parse(*text);
    if (table.empty()) diagnostics.error({path}, "the file is empty: it sets nothing");
    if (table.empty()) return std::nullopt;
    const int before = diagnostics.error_count();
    Node node = Converter(path, nullptr, diagnostics).convert(table);
    if (diagnostics.error_count() > before) return std::nullopt;
    return node;
  } catch (const toml::parse_error& failure) {
    const SyntaxMessage message = syntax_message(failure.description());
    const toml::source_position place = failure.source().begin;
    diagnostics.error({path, static_cast<int>(place.line), static_cast<int>(place.column)}, message.problem,
                      message.hint);
    return std::nullopt;
  }
}

std::optional<Node> read_toml(const std::string& path, Diagnostics& diagnostics) {
  return read_toml(path, {path}, diagnostics);
}

std::optional<Node> parse_value(const std::string& text, const SourcePosition& position, Diagnostics& diagnostics) {
  const bool one_line = text.find_first_of("\r\n") == std::string::npos;
  if (trimmed(text).empty() || !one_line || line_nested_too_deeply(text) > 0 ||
      first_invalid_utf8(text) != std::string_view::npos) {
    diagnostics.error(position, "the value must be one line of text", "write KEY=VALUE");
    return std::nullopt;
  }
  try {
    const toml::table table = toml::parse("value = " + text);
    const int before = diagnostics.error_count();
    Node node = Converter("", &position, diagnostics).convert(*table.get("value"));
    if (diagnostics.error_count() > before) return std::nullopt;
    return node;
  } catch (const toml::parse_error& failure) {
    constexpr std::string_view structured = "\"'[{";
    const std::string_view word = trimmed(text);
    if (structured.find(word.front()) == std::string_view::npos) return Node(std::string(word), position);
    diagnostics.error(position, syntax_message(failure.description()).problem);
    return std::nullopt;
  }
}

}  // namespace groundwork
