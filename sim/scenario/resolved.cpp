#include "sim/scenario/resolved.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/base/text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace groundwork {

namespace {

/// One text for all ways to write the same thing: keys sorted, numbers in their shortest form, files by content.
std::string canonical(const Node& node, const InputFiles& files) {
  std::vector<std::string> parts;
  if (const auto file = files.find(&node); file != files.end()) return "file:" + file->second.digest;
  if (const auto* members = node.table()) {
    for (const Member& member : *members)
      parts.push_back(fmt::format("{}={}", quoted(member.key), canonical(member.node, files)));
    std::ranges::sort(parts);
    return fmt::format("{{{}}}", joined(parts, ","));
  }
  if (const auto* elements = node.array()) {
    for (const Node& element : *elements) parts.push_back(canonical(element, files));
    return fmt::format("[{}]", joined(parts, ","));
  }
  if (const auto number = node.number()) return number_text(*number + 0.0);  // -0 is 0
  return inline_toml(node);
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

/// `between = [a, b], spearman = x` of a pair.
std::string pair_text(const CorrelatedPair& pair, const std::vector<Input>& inputs) {
  const auto key = [&](int column) { return quoted(inputs[static_cast<std::size_t>(column)].declaration.key); };
  return fmt::format("{{ between = [{}, {}], spearman = {} }}", key(pair.first), key(pair.second),
                     number_text(pair.spearman));
}

std::vector<std::string> pair_texts(const Understanding& understanding) {
  std::vector<std::string> texts;
  for (const CorrelatedPair& pair : understanding.correlations.pairs)
    if (pair.spearman != 0.0) texts.push_back(pair_text(pair, understanding.inputs));
  std::ranges::sort(texts);
  return texts;
}

}  // namespace

std::string resolved_toml(const Layers& layers, const std::vector<std::string>& overrides,
                          const Understanding& understanding) {
  const Node* correlation = understanding.correlations.complete ? nullptr : layers.root.find("correlation");
  const auto substitute = [&](const Node& node) {
    if (&node == correlation) return fmt::format("[{}]", joined(pair_texts(understanding), ", "));
    const auto file = understanding.files.find(&node);
    return file == understanding.files.end() ? std::string() : quoted(file->second.absolute_path);
  };
  std::string comment = fmt::format("# Resolved from {}\n", one_line(joined(layers.files, ", which extends ")));
  for (const std::string& text : overrides) comment += fmt::format("# with --set {}\n", one_line(text));
  return comment + "\n" + toml_document(layers.root, substitute);
}

std::string scenario_digest(const Node& root, const Understanding& understanding) {
  constexpr std::string_view elsewhere[] = {"title", "title_zh", "description", "description_zh", "run", "correlation"};
  std::vector<std::string> parts = pair_texts(understanding);
  if (understanding.nearest_correlation) parts.emplace_back("nearest correlation");
  for (const Member& member : *root.table())
    if (std::ranges::find(elsewhere, member.key) == std::end(elsewhere))
      parts.push_back(fmt::format("{}={}", quoted(member.key), canonical(member.node, understanding.files)));
  std::ranges::sort(parts);
  return digest(joined(parts, "\n"));
}

}  // namespace groundwork
