#include "sim/scenario/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/scenario/merge.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/toml_reader.hpp"
#include "sim/scenario/translations.hpp"

namespace groundwork {

namespace {

/// Removes `extends` from the file's table and returns it.
std::optional<Node> take_extends(Node& root) {
  Node::Table& members = *root.table();
  const auto found = std::ranges::find(members, "extends", &Member::key);
  if (found == members.end()) return std::nullopt;
  Node extends = std::move(found->node);
  members.erase(found);
  return extends;
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code failure;
  return a == b || std::filesystem::equivalent(a, b, failure);
}

/// The path of the next file, or "" with an error if it closes a circle or is one too many.
std::string next_file(const Node& extends, const std::vector<std::string>& chain, Diagnostics& diagnostics) {
  constexpr std::size_t longest_chain = 16;
  if (extends.text() == nullptr || extends.text()->empty()) {
    diagnostics.error(extends.position, fmt::format("'extends' must be a file name, is {}", extends.described()));
    return "";
  }
  std::string path = path_beside(chain.back(), *extends.text());
  const bool circle = std::ranges::any_of(chain, [&](const std::string& file) { return same_file(file, path); });
  if (circle)
    diagnostics.error(extends.position,
                      fmt::format("these files extend one another: {} -> {}", joined(chain, " -> "), path));
  if (!circle && chain.size() == longest_chain)
    diagnostics.error(extends.position, fmt::format("more than {} files extend one another", longest_chain));
  return circle || chain.size() == longest_chain ? "" : path;
}

}  // namespace

std::optional<Layers> read_layers(const std::string& path, const std::vector<std::string>& overrides,
                                  Diagnostics& diagnostics) {
  Layers layers;
  std::vector<Node> stack;
  std::string file = path;
  SourcePosition asked{path};
  for (bool more = true; more;) {
    std::optional<Node> node = read_toml(file, asked, diagnostics);
    if (!node) return std::nullopt;
    layers.files.push_back(file);
    const std::optional<Node> extends = take_extends(*node);
    stack.push_back(std::move(*node));
    more = extends.has_value();
    if (more) file = next_file(*extends, layers.files, diagnostics);
    if (more && file.empty()) return std::nullopt;
    if (more) asked = extends->position;
  }
  layers.root = std::move(stack.back());
  for (auto over = stack.rbegin() + 1; over != stack.rend(); ++over) merge(layers.root, std::move(*over), diagnostics);
  layers.root.position = {path};
  apply_overrides(layers.root, overrides, diagnostics);
  drop_outdated_translations(layers.root, layers.files);
  return layers;
}

}  // namespace groundwork
