#include "sim/scenario/optimisation/planned_lever.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

constexpr std::string_view place = "[[lever]]";

/// A key, or a list of keys.
std::vector<LeverInput> read_inputs(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  std::vector<LeverInput> inputs;
  if (node.text() != nullptr) {
    inputs.push_back({*node.text(), node.position});
  } else if (read_texts(node, key, diagnostics)) {
    for (const Node& each : *node.array()) inputs.push_back({*each.text(), each.position});
    if (inputs.empty()) diagnostics.error(node.position, fmt::format("'{}' is an empty list", key));
  }
  return inputs;
}

/// Fills in what the lever moves: `input`, `inputs` or `scale`.
void read_moved(const Node& table, PlannedLever& lever, Diagnostics& diagnostics) {
  std::vector<std::string> said;
  for (const char* key : {"input", "inputs", "scale"})
    if (table.find(key) != nullptr) said.emplace_back(key);
  if (said.size() != 1) {
    diagnostics.error(table.position,
                      said.empty() ? fmt::format("{} does not say what it moves", place)
                                   : fmt::format("{} has both '{}' and '{}'", place, said[0], said[1]),
                      "say input = \"…\" (or inputs = [ … ]) to set, or scale = \"…\" to multiply");
    return;
  }
  lever.inputs = read_inputs(*table.find(said.front()), said.front(), diagnostics);
  if (said.front() == "scale") lever.kind = LeverKind::scale;
}

double read_end(const Node& table, std::string_view key, Diagnostics& diagnostics) {
  const Node* const node = table.find(key);
  if (node == nullptr)
    diagnostics.error(table.position, fmt::format("{} needs '{}'", place, key),
                      "say from and to, or values = [ … ] for a choice");
  return node == nullptr ? 0.0
                         : read_number(*node, {std::string(key), "", {}, Words::same("")}, diagnostics).value_or(0.0);
}

bool is_whole(double value) { return std::fabs(value - std::round(value)) <= 1e-9 * std::fmax(1.0, std::fabs(value)); }

void read_range(const Node& table, PlannedLever& lever, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  lever.from = read_end(table, "from", diagnostics);
  lever.to = read_end(table, "to", diagnostics);
  if (diagnostics.error_count() > before) return;
  const SourcePosition& at = table.find("from")->position;
  if (!(lever.from < lever.to))
    diagnostics.error(
        at, fmt::format("'from' ({}) is not below 'to' ({})", number_text(lever.from), number_text(lever.to)));
  if (lever.kind == LeverKind::scale && !(lever.from > 0.0))
    diagnostics.error(at, "factors of 'scale' must be above zero");
  const Node* const step = table.find("step");
  if (step == nullptr || diagnostics.error_count() > before) return;
  lever.step = read_number(*step, {"step", "", {}, Words::same("")}, diagnostics).value_or(0.0);
  if (diagnostics.error_count() > before) return;
  if (!(lever.step > 0.0)) {
    diagnostics.error(step->position, "'step' must be above zero", "leave it out for any value between from and to");
  } else if (lever.step > lever.to - lever.from || !is_whole((lever.to - lever.from) / lever.step)) {
    diagnostics.error(step->position,
                      fmt::format("from {} to {} is no whole number of steps of {}", number_text(lever.from),
                                  number_text(lever.to), number_text(lever.step)));
  }
}

void read_labels(const Node& node, PlannedLever& lever, Diagnostics& diagnostics) {
  const auto labels = read_texts(node, "labels", diagnostics);
  if (labels) lever.labels = *labels;
  if (labels && labels->size() != lever.values.size())
    diagnostics.error(node.position, fmt::format("{} labels for {} values", labels->size(), lever.values.size()));
}

void read_choice(const Node& table, PlannedLever& lever, Diagnostics& diagnostics) {
  for (const char* key : {"from", "to", "step", "scale", "complement"})
    if (const Member* member = table.find_member(key))
      diagnostics.error(member->position, fmt::format("'{}' does not go with 'values'", key),
                        "give a range (from, to, step) or a choice (values)");
  lever.kind = LeverKind::choice;
  const Node& values = *table.find("values");
  if (values.array() == nullptr || values.array()->size() < 2) {
    diagnostics.error(values.position, fmt::format("'values' must be a list of two or more, is {}",
                                                   values.array() == nullptr ? values.described() : "shorter"));
    return;
  }
  for (const Node& value : *values.array()) lever.values.push_back(inline_toml(value));
  lever.labels = lever.values;
  if (const Node* labels = table.find("labels")) read_labels(*labels, lever, diagnostics);
}

}  // namespace

std::optional<PlannedLever> read_lever(const Node& table, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const std::vector<std::string> keys{"name", "input", "inputs", "scale",  "complement",
                                      "from", "to",    "step",   "values", "labels"};
  if (!check_keys(table, place, keys, diagnostics)) return std::nullopt;
  PlannedLever lever;
  lever.position = table.position;
  read_moved(table, lever, diagnostics);
  if (const Node* complement = table.find("complement"))
    lever.complements = read_inputs(*complement, "complement", diagnostics);
  if (!lever.complements.empty() && lever.kind == LeverKind::scale)
    diagnostics.error(table.find("complement")->position, "'complement' does not go with 'scale'",
                      "name the lever's own key with input = \"…\"");
  if (table.find("values") != nullptr)
    read_choice(table, lever, diagnostics);
  else
    read_range(table, lever, diagnostics);
  if (const Node* labels = table.find("labels"); labels != nullptr && lever.kind != LeverKind::choice)
    diagnostics.error(labels->position, "'labels' go with 'values' only");
  if (!lever.inputs.empty()) lever.name = lever.inputs.front().key;
  if (table.find("name") != nullptr) lever.name = require_text(table, place, "name", diagnostics).value_or(lever.name);
  if (diagnostics.error_count() > before) return std::nullopt;
  return lever;
}

void refuse_shared_inputs(const std::vector<PlannedLever>& levers, Diagnostics& diagnostics) {
  std::vector<LeverInput> seen;
  const auto is_part = [](const std::string& part, const std::string& whole) { return part.starts_with(whole + "."); };
  const auto add = [&](const LeverInput& input) {
    for (const LeverInput& other : seen) {
      const bool is_same = input.key == other.key;
      if (!is_same && !is_part(input.key, other.key) && !is_part(other.key, input.key)) continue;
      diagnostics.error(input.position,
                        is_same ? fmt::format("'{}' is moved already, at {}", input.key, other.position.text())
                                : fmt::format("'{}' and '{}', at {}, are parts of one another", input.key, other.key,
                                              other.position.text()),
                        "let one lever move each input");
    }
    seen.push_back(input);
  };
  for (const PlannedLever& lever : levers) {
    for (const LeverInput& input : lever.inputs) add(input);
    for (const LeverInput& input : lever.complements) add(input);
  }
}

}  // namespace groundwork
