#include "sim/scenario/quantity_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "sim/base/text.hpp"
#include "sim/scenario/bounds_check.hpp"
#include "sim/scenario/distribution_reader.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

/// Checks `unit` and `source`, if they are there.
bool check_notes(const Node& table, const Declaration& declaration, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const Node* unit = table.find("unit");
  const auto text = unit == nullptr ? std::nullopt : read_text(*unit, declaration.key + ".unit", diagnostics);
  if (text && *text != declaration.unit)
    diagnostics.error(unit->position, fmt::format("{} has the unit '{}'", label(declaration), *text),
                      fmt::format("convert the numbers and write unit = {}", quoted(declaration.unit)));
  if (const Node* source = table.find("source")) read_text(*source, declaration.key + ".source", diagnostics);
  return diagnostics.error_count() == before;
}

std::string source_of(const Node& node) {
  const Node* source = node.find("source");
  return source == nullptr || source->text() == nullptr ? "" : *source->text();
}

/// Where a bound of the support was set: at `parameter` if that is there.
SourcePosition end_position(const Node& node, std::string_view parameter) {
  const Node* end = node.find(parameter);
  return end == nullptr ? node.position : end->position;
}

struct End {
  const char* parameter;  ///< That sets this end of the support.
  const char* direction;  ///< In which it may not go.
  double reached;
  double limit;
};

void check_end(const Node& node, const Declaration& declaration, const End& end, Diagnostics& diagnostics) {
  const bool unlimited = std::isinf(end.reached);
  std::string problem = fmt::format("{} must be {}, but it can fall {} {}", label(declaration),
                                    bounds_text(declaration.bounds), end.direction, number_text(end.limit));
  if (!unlimited) problem += fmt::format(": as far as {}", number_text(end.reached));
  const std::string hint = unlimited ? fmt::format("add {} = {}", end.parameter, number_text(end.limit)) : "";
  diagnostics.error(end_position(node, end.parameter), problem, hint);
}

/// The support, or, where it has no end and that is allowed, how far it practically goes.
Bounds reach(const Input& input) {
  constexpr double rare = 1e-9;
  const Distribution& distribution = input.distribution;
  Bounds ends{distribution.lowest(), distribution.highest()};
  if (input.declaration.tails == Tails::within) return ends;
  if (std::isinf(ends.low)) ends.low = distribution.quantile(rare);
  if (std::isinf(ends.high)) ends.high = distribution.quantile(1.0 - rare);
  return ends;
}

bool check_support(const Node& node, const Input& input, Diagnostics& diagnostics) {
  const Bounds& bounds = input.declaration.bounds;
  const Bounds ends = reach(input);
  const End low{"min", "below", ends.low, bounds.low};
  const End high{"max", "above", ends.high, bounds.high};
  if (low.reached < low.limit) check_end(node, input.declaration, low, diagnostics);
  if (high.reached > high.limit) check_end(node, input.declaration, high, diagnostics);
  return low.reached >= low.limit && high.reached <= high.limit;
}

std::optional<Input> uncertain(const Node& node, Input input, InputFiles& files, Diagnostics& diagnostics) {
  const bool notes_are_right = check_notes(node, input.declaration, diagnostics);
  const auto distribution = read_distribution(node, input.declaration, files, diagnostics);
  if (!distribution) return std::nullopt;
  input.distribution = *distribution;
  input.dist = *node.find("dist")->text();
  const bool on_command_line = node.position.file.empty();
  if (notes_are_right && input.source.empty() && !on_command_line)
    diagnostics.warning(node.position, fmt::format("{} names no source", label(input.declaration)),
                        "add source = \"…\", or source = \"assumption\"");
  if (!check_support(node, input, diagnostics) || !notes_are_right) return std::nullopt;
  return input;
}

}  // namespace

const Node* plain_value(const Node& node, const Declaration& declaration, Diagnostics& diagnostics) {
  if (node.table() == nullptr) return &node;
  const Node* value = node.find("value");
  if (value == nullptr || node.find("dist") != nullptr) {
    diagnostics.error(node.position, fmt::format("{} must be a number, is {}", label(declaration), node.described()),
                      node.is_distribution() ? "this input cannot vary" : "");
    return nullptr;
  }
  bool right = check_notes(node, declaration, diagnostics);
  for (const Member& member : *node.table()) {
    const auto known = {"value", "unit", "source"};
    if (std::ranges::find(known, member.key) != known.end()) continue;
    diagnostics.error(member.position, fmt::format("unknown key '{}' in {}", member.key, label(declaration)),
                      "a fixed quantity has value, unit and source; a distribution has dist");
    right = false;
  }
  return right ? value : nullptr;
}

std::optional<Input> read_quantity(const Node& node, const Declaration& declaration, Certainty certainty,
                                   InputFiles& files, Diagnostics& diagnostics) {
  Input input{declaration, Distribution(0.0), "", source_of(node), node.position, inline_toml(node)};
  if (certainty == Certainty::may_vary) {
    if (node.find("dist") != nullptr) return uncertain(node, std::move(input), files, diagnostics);
    if (node.table() != nullptr && node.find("value") == nullptr) {
      diagnostics.error(node.position, fmt::format("{} needs 'dist' or 'value'", label(declaration)),
                        "such as { dist = \"pert\", min = 1, mode = 2, max = 3 }");
      return std::nullopt;
    }
  }
  const Node* value = plain_value(node, declaration, diagnostics);
  const auto number = value == nullptr ? std::nullopt : read_number(*value, declaration, diagnostics);
  if (!number) return std::nullopt;
  input.distribution = Distribution(*number);
  return input;
}

}  // namespace groundwork
