#include "sim/scenario/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/scenario/bounds_check.hpp"

namespace groundwork {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void report_type(const Node& node, std::string_view key, std::string_view wanted, Diagnostics& diagnostics) {
  diagnostics.error(node.position, fmt::format("'{}' must be {}, is {}", key, wanted, node.described()));
}

/// A list whose every element `get` can read; the first that is otherwise is reported.
template <class T, class Get>
std::optional<std::vector<T>> read_list(const Node& node, std::string_view wanted, Diagnostics& diagnostics, Get get) {
  const auto* elements = node.array();
  if (elements == nullptr) {
    diagnostics.error(node.position, fmt::format("{}, is {}", wanted, node.described()));
    return std::nullopt;
  }
  std::vector<T> out;
  for (const Node& element : *elements) {
    const std::optional<T> value = get(element);
    if (!value) diagnostics.error(element.position, fmt::format("{}, one of them is {}", wanted, element.described()));
    if (!value) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

bool usable_name(std::string_view name) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return !name.empty() && trimmed(name).size() == name.size() && std::ranges::none_of(name, control);
}

}  // namespace

std::string label(const Declaration& declaration) {
  return declaration.unit.empty() ? fmt::format("'{}'", declaration.key)
                                  : fmt::format("'{}' [{}]", declaration.key, declaration.unit);
}

std::optional<double> read_number(const Node& node, const Declaration& declaration, Diagnostics& diagnostics) {
  const auto number = node.number();
  if (!number) {
    diagnostics.error(node.position, fmt::format("{} must be a number, is {}", label(declaration), node.described()));
    return std::nullopt;
  }
  if (within(*number, declaration.bounds)) return number;
  diagnostics.error(node.position, fmt::format("{} must be {}, is {}", label(declaration),
                                               bounds_text(declaration.bounds), number_text(*number)));
  return std::nullopt;
}

std::optional<std::int64_t> read_whole(const Node& node, const Declaration& declaration, Diagnostics& diagnostics) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  const auto number = node.number();
  const auto* integer = std::get_if<std::int64_t>(&node.value);
  const bool whole =
      number && (integer != nullptr || (std::trunc(*number) == *number && std::abs(*number) <= largest_exact));
  if (!whole) {
    diagnostics.error(node.position,
                      fmt::format("{} must be a whole number, is {}", label(declaration), node.described()));
    return std::nullopt;
  }
  if (!read_number(node, declaration, diagnostics)) return std::nullopt;
  return integer != nullptr ? *integer : static_cast<std::int64_t>(*number);
}

std::optional<bool> read_flag(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  if (const auto* flag = std::get_if<bool>(&node.value)) return *flag;
  report_type(node, key, "true or false", diagnostics);
  return std::nullopt;
}

std::optional<Quarter> read_quarter(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  const std::string* text = node.text();
  const bool shaped = text != nullptr && text->size() == 7 && std::ranges::all_of(text->substr(0, 4), is_digit) &&
                      text->substr(4, 2) == "-Q" && text->at(6) >= '1' && text->at(6) <= '4';
  if (shaped) return Quarter::of(std::stoi(text->substr(0, 4)), text->at(6) - '0');
  report_type(node, key, "a quarter such as \"2020-Q1\"", diagnostics);
  return std::nullopt;
}

std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  if (node.text() != nullptr) return *node.text();
  report_type(node, key, "a text", diagnostics);
  return std::nullopt;
}

std::optional<std::vector<std::string>> read_texts(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  return read_list<std::string>(node, fmt::format("'{}' must be a list of texts", key), diagnostics, [](const Node& n) {
    return n.text() == nullptr ? std::nullopt : std::optional(*n.text());
  });
}

std::optional<std::vector<double>> read_numbers(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  return read_list<double>(node, fmt::format("'{}' must be a list of numbers", key), diagnostics,
                           [](const Node& n) { return n.number(); });
}

std::vector<std::string> read_names(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  if (node.array() == nullptr) report_type(node, key, "a list of tables with a name each", diagnostics);
  if (node.array() == nullptr) return names;
  for (const Node& element : *node.array()) {
    const std::string name(name_of(element));
    if (!usable_name(name)) {
      diagnostics.error(element.position, fmt::format("an element of '{}' needs a name", key),
                        "add name = \"…\" to it");
    } else if (std::ranges::find(names, name) != names.end()) {
      diagnostics.error(element.position, fmt::format("'{}' has two elements named '{}'", key, name));
    } else {
      names.push_back(name);
    }
  }
  return names;
}

std::vector<int> read_years(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  std::vector<int> years;
  if (node.table() == nullptr) report_type(node, key, "a table by year", diagnostics);
  if (node.table() == nullptr) return years;
  for (const Member& member : *node.table()) {
    const bool is_year = member.key.size() == 4 && std::ranges::all_of(member.key, is_digit);
    if (is_year) years.push_back(std::stoi(member.key));
    if (!is_year)
      diagnostics.error(member.position, fmt::format("'{}' in '{}' is not a year such as 2020", member.key, key));
  }
  std::ranges::sort(years);
  return years;
}

}  // namespace groundwork
