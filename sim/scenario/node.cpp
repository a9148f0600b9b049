#include "sim/scenario/node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sim/base/text.hpp"

namespace groundwork {

std::optional<double> Node::number() const {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

const Member* Node::find_member(std::string_view key) const {
  const Table* members = table();
  if (members == nullptr) return nullptr;
  const auto found = std::ranges::find(*members, key, &Member::key);
  return found == members->end() ? nullptr : &*found;
}

const Node* Node::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member == nullptr ? nullptr : &member->node;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

bool Node::is_distribution() const {
  const Node* dist = find("dist");
  return dist != nullptr && dist->text() != nullptr;
}

bool Node::is_quantity() const { return is_distribution() || find("value") != nullptr; }

std::string Node::described() const {
  constexpr std::size_t longest = 40;
  if (table() != nullptr) return is_distribution() ? "a distribution" : "a table";
  if (array() != nullptr) return "a list";
  if (text() != nullptr) return fmt::format("the text '{}'", shortened(*text(), longest));
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* date = std::get_if<Date>(&value)) return fmt::format("the date {}", date->text);
  return fmt::format("the number {}", number_text(number().value_or(0.0)));
}

std::string_view name_of(const Node& element) {
  const Node* name = element.find("name");
  return name == nullptr || name->text() == nullptr ? std::string_view{} : std::string_view(*name->text());
}

std::vector<std::string> names_of(const Node::Array& array) {
  std::vector<std::string> names;
  for (const Node& element : array)
    if (!name_of(element).empty()) names.emplace_back(name_of(element));
  return names;
}

const Node* element(const Node::Array& array, std::string_view label) {
  const auto named = std::ranges::find(array, label, name_of);
  if (!label.empty() && named != array.end()) return &*named;
  std::size_t index = 0;
  const auto [end, failure] = std::from_chars(label.data(), label.data() + label.size(), index);
  const bool whole = failure == std::errc() && end == label.data() + label.size();
  return whole && index < array.size() ? &array[index] : nullptr;
}

}  // namespace groundwork
