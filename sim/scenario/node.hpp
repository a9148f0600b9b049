#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

struct Member;

/// A value of a scenario file and the place where it was set. Integers and reals are kept apart, keys in order.
class Node {
 public:
  using Table = std::vector<Member>;
  using Array = std::vector<Node>;
  /// A TOML date or time, as written; scenarios have quarters instead.
  struct Date {
    std::string text;
  };
  using Value = std::variant<Table, Array, std::string, std::int64_t, double, bool, Date>;

  Node() = default;
  Node(Value content, SourcePosition where);

  const Table* table() const { return std::get_if<Table>(&value); }
  Table* table() { return std::get_if<Table>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  Array* array() { return std::get_if<Array>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  /// An integer or a real, as double.
  std::optional<double> number() const;

  /// The member of a table with this key, if this is a table that has it.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  const Member* find_member(std::string_view key) const;

  /// Whether this is a table that says what a quantity is: with `dist` (a text) or `value`.
  bool is_distribution() const;
  bool is_quantity() const;

  /// "the number 3", "the text 'abc'", "a table", "a list": for messages.
  std::string described() const;

  Value value;
  SourcePosition position;  ///< Where the value starts.
};

/// An entry of a table.
struct Member {
  std::string key;
  Node node;
  SourcePosition position;  ///< Where the key starts.
};

// Here, since moving a table needs all of `Member`.
inline Node::Node(Value content, SourcePosition where) : value(std::move(content)), position(std::move(where)) {}

/// The `name` of an element of an array of named tables, or "".
std::string_view name_of(const Node& element);
/// Every such name, in order.
std::vector<std::string> names_of(const Node::Array& array);

/// The element that `label` picks: the one of that name, else the one of that index. Null if there is none.
const Node* element(const Node::Array& array, std::string_view label);

}  // namespace groundwork
