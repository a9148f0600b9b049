#include "sim/scenario/input_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

/// Whether `key` is `part` or starts with it and a dot.
bool leads(std::string_view part, std::string_view key) {
  return key.starts_with(part) && (key.size() == part.size() || key[part.size()] == '.');
}

struct Step {
  const Node* node = nullptr;
  std::size_t length = 0;  ///< Of the part of the key that names the node.
};

/// The child that the start of `key` names; the longest part wins, since a name may have dots.
Step step_into(const Node& parent, std::string_view key) {
  Step best;
  const auto offer = [&](std::string_view part, const Node& node) {
    if (!part.empty() && leads(part, key) && part.size() > best.length) best = {&node, part.size()};
  };
  if (const auto* members = parent.table())
    for (const Member& member : *members) offer(member.key, member.node);
  if (const auto* elements = parent.array()) {
    for (const Node& node : *elements) offer(name_of(node), node);
    const std::string_view first = key.substr(0, key.find('.'));
    const Node* indexed = best.node == nullptr ? element(*elements, first) : nullptr;
    if (indexed != nullptr) best = {indexed, first.size()};
  }
  return best;
}

std::string parent_of(std::string_view key) {
  const std::size_t dot = key.rfind('.');
  return std::string(dot == std::string_view::npos ? std::string_view{} : key.substr(0, dot));
}

}  // namespace

InputTree::Trail InputTree::follow(std::string_view key) const {
  Trail trail{{&root_}, false};
  while (!key.empty()) {
    const Step step = step_into(*trail.nodes.back(), key);
    if (step.node == nullptr) return trail;
    trail.nodes.push_back(step.node);
    key.remove_prefix(std::min(key.size(), step.length + 1));
  }
  trail.complete = true;
  return trail;
}

const Node* InputTree::mark(std::string_view key, Use use) {
  const Trail trail = follow(key);
  for (const Node* node : trail.nodes) used_.try_emplace(node, Use::outline);
  if (!trail.complete) return nullptr;
  if (use == Use::whole) used_[trail.nodes.back()] = use;
  return trail.nodes.back();
}

const Node* InputTree::ask(std::string_view key, std::string_view unit) {
  declared_.push_back({std::string(key), std::string(unit)});
  return mark(key, Use::whole);
}

const Node* InputTree::ask_outline(std::string_view key) {
  declared_.push_back({std::string(key), ""});
  return mark(key, Use::outline);
}

SourcePosition InputTree::position(std::string_view key) const { return follow(key).nodes.back()->position; }

void InputTree::report_unknown(Diagnostics& diagnostics) const { report_unknown_in(root_, "", diagnostics); }

void InputTree::report_unknown_in(const Node& node, const std::string& key, Diagnostics& diagnostics) const {
  const std::string prefix = key.empty() ? "" : key + ".";
  if (const auto* members = node.table())
    for (const Member& member : *members)
      report_unless_used(member.node, prefix + member.key, member.position, diagnostics);
  if (const auto* elements = node.array())
    for (std::size_t i = 0; i < elements->size(); ++i) {
      const Node& child = (*elements)[i];
      const std::string label = name_of(child).empty() ? std::to_string(i) : std::string(name_of(child));
      report_unless_used(child, prefix + label, child.position, diagnostics);
    }
}

void InputTree::report_unless_used(const Node& node, const std::string& key, const SourcePosition& position,
                                   Diagnostics& diagnostics) const {
  const auto found = used_.find(&node);
  if (found == used_.end()) diagnostics.error(position, fmt::format("unknown input '{}'", key), suggestion(key));
  if (found != used_.end() && found->second == Use::outline) report_unknown_in(node, key, diagnostics);
}

std::vector<std::string> InputTree::declared_sections() const {
  std::set<std::string> sections;
  for (const Declared& declared : declared_)
    for (std::string key = parent_of(declared.key); !key.empty(); key = parent_of(key)) sections.insert(key);
  return {sections.begin(), sections.end()};
}

std::string InputTree::suggestion(std::string_view key) const {
  std::vector<std::string> candidates = declared_sections();
  const std::vector<std::string> sections = candidates;
  for (const Declared& declared : declared_) candidates.push_back(declared.key);
  const std::string like = closest(key, candidates);
  std::string section = parent_of(like.empty() ? key : like);
  while (!section.empty() && !std::ranges::binary_search(sections, section)) section = parent_of(section);
  const std::string look =
      fmt::format("`groundwork explain{}{}` lists the inputs there.", section.empty() ? "" : " ", section);
  if (like.empty()) return look;
  const auto declared = std::ranges::find(declared_, like, &Declared::key);
  const bool has_unit = declared != declared_.end() && !declared->unit.empty();
  return fmt::format("did you mean '{}'{}? {}", like, has_unit ? fmt::format(" [{}]", declared->unit) : "", look);
}

}  // namespace groundwork
