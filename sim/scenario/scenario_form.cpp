#include "sim/scenario/scenario_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/quantity_reader.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

/// Sets `out` if there is a value.
template <class Out, class In>
void assign(Out& out, std::optional<In> value) {
  if (value) out = static_cast<Out>(std::move(*value));
}

}  // namespace

const Node* ScenarioForm::required(std::string_view key, std::string_view unit, const Words& meaning) {
  const Node* node = tree_.ask(key, unit);
  if (node == nullptr) {
    const std::string bracket = unit.empty() ? "" : fmt::format(" [{}]", unit);
    diagnostics_.error(tree_.position(key), fmt::format("missing input '{}'{}", key, bracket), meaning.en);
  }
  return node;
}

const Node* ScenarioForm::setting(std::string_view key, std::string_view unit, Presence presence,
                                  const Words& meaning) {
  const Node* node = presence == Presence::required ? required(key, unit, meaning) : tree_.ask(key, unit);
  if (node != nullptr)
    settings_.push_back({{std::string(key), std::string(unit), {}, meaning}, node->position, inline_toml(*node)});
  return node;
}

void ScenarioForm::quantity(Quantity& out, const Declaration& declaration, Certainty certainty) {
  const bool is_new =
      std::ranges::none_of(inputs_, [&](const Input& i) { return i.declaration.key == declaration.key; });
  check(is_new, "ScenarioForm: a quantity was declared twice");
  const std::optional<double> otherwise = declaration.otherwise;
  const Node* node = otherwise ? tree_.ask(declaration.key, declaration.unit)
                               : required(declaration.key, declaration.unit, declaration.meaning);
  auto input = node == nullptr ? std::nullopt : read_quantity(*node, declaration, certainty, files_, diagnostics_);
  if (node == nullptr && otherwise)
    input = {declaration,
             Distribution(*otherwise),
             "",
             "default of the model",
             position(declaration.key),
             number_text(*otherwise)};
  out.column = static_cast<int>(inputs_.size());
  inputs_.push_back(input ? std::move(*input)
                          : Input{declaration, Distribution(0.0), "", "", position(declaration.key), ""});
}

void ScenarioForm::whole(int& out, const Declaration& declaration) {
  Declaration narrowed = declaration;
  narrowed.bounds.low = std::max(narrowed.bounds.low, static_cast<double>(std::numeric_limits<int>::min()));
  narrowed.bounds.high = std::min(narrowed.bounds.high, static_cast<double>(std::numeric_limits<int>::max()));
  std::int64_t value = out;
  count(value, narrowed);
  out = static_cast<int>(value);
}

void ScenarioForm::count(std::int64_t& out, const Declaration& declaration) {
  const Node* node = setting(declaration.key, declaration.unit, Presence::required, declaration.meaning);
  const Node* value = node == nullptr ? nullptr : plain_value(*node, declaration, diagnostics_);
  if (value != nullptr) assign(out, read_whole(*value, declaration, diagnostics_));
}

void ScenarioForm::flag(bool& out, std::string_view key, const Words& meaning) {
  if (const Node* node = setting(key, "", Presence::required, meaning))
    assign(out, read_flag(*node, key, diagnostics_));
}

void ScenarioForm::optional_flag(bool& out, std::string_view key, const Words& meaning) {
  if (const Node* node = setting(key, "", Presence::optional, meaning))
    assign(out, read_flag(*node, key, diagnostics_));
}

void ScenarioForm::quarter(Quarter& out, std::string_view key, const Words& meaning) {
  if (const Node* node = setting(key, "", Presence::required, meaning))
    assign(out, read_quarter(*node, key, diagnostics_));
}

void ScenarioForm::text(std::string& out, std::string_view key, Presence presence, const Words& meaning) {
  if (const Node* node = setting(key, "", presence, meaning)) assign(out, read_text(*node, key, diagnostics_));
}

void ScenarioForm::choice(std::string& out, std::string_view key, const std::vector<std::string>& choices,
                          const Words& meaning) {
  const Node* node = setting(key, "", Presence::required, meaning);
  const auto word = node == nullptr ? std::nullopt : read_text(*node, key, diagnostics_);
  if (!word) return;
  if (std::ranges::find(choices, *word) == choices.end())
    diagnostics_.error(node->position,
                       fmt::format("'{}' must be one of {}, is '{}'", key, joined(choices, ", "), *word));
  else
    out = *word;
}

void ScenarioForm::texts(std::vector<std::string>& out, std::string_view key, const Words& meaning) {
  if (const Node* node = setting(key, "", Presence::optional, meaning))
    assign(out, read_texts(*node, key, diagnostics_));
}

void ScenarioForm::table(Table& out, std::string_view key, const std::vector<Column>& columns, const Words& meaning) {
  const Node* node = setting(key, "", Presence::required, meaning);
  const auto path = node == nullptr ? std::nullopt : read_text(*node, key, diagnostics_);
  if (!path) return;
  const std::string where = path_beside(node->position.file, *path);
  auto read = read_csv_table(where, columns, node->position, diagnostics_);
  if (!read) return;
  files_[node] = {absolute_path(where), read->digest};
  out = std::move(read->table);
}

std::vector<std::string> ScenarioForm::names(std::string_view key, const Words& /*meaning*/) {
  const Node* node = tree_.ask_outline(key);
  if (node == nullptr) return {};
  if (const auto* elements = node->array())
    for (const Node& element : *elements)
      if (const Node* name = element.find("name")) tree_.mark_used(*name);
  const int before = diagnostics_.error_count();
  std::vector<std::string> names = read_names(*node, key, diagnostics_);
  if (diagnostics_.error_count() > before) tree_.mark_used(*node);  // what has no name cannot be asked for
  return names;
}

std::vector<int> ScenarioForm::years(std::string_view key, const Words& /*meaning*/) {
  const Node* node = tree_.ask_outline(key);
  if (node == nullptr) return {};
  if (const auto* members = node->table())
    for (const Member& member : *members) tree_.mark_used(member.node);
  return read_years(*node, key, diagnostics_);
}

const Node* ScenarioForm::node(std::string_view key, const Words& /*kind*/, const Words& /*meaning*/) {
  return tree_.ask(key, "");
}

double ScenarioForm::mean(Quantity quantity) const {
  return inputs_.at(static_cast<std::size_t>(quantity.column)).distribution.mean();
}

Bounds ScenarioForm::support(Quantity quantity) const {
  const Distribution& distribution = inputs_.at(static_cast<std::size_t>(quantity.column)).distribution;
  return {distribution.lowest(), distribution.highest()};
}

}  // namespace groundwork
