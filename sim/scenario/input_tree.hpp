#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// A merged scenario under questioning: finds nodes by dotted key, remembers what was asked for, and in the end reports
/// what nobody asked for.
class InputTree {
 public:
  /// `root` must outlive this.
  explicit InputTree(const Node& root) : root_(root) {}

  /// Declares a key ("" as unit if it has none), and marks the node as used with all that is in it. Null if absent.
  const Node* ask(std::string_view key, std::string_view unit);
  /// The same, but members and elements are still to be asked for.
  const Node* ask_outline(std::string_view key);
  /// Marks a node below one that was asked for in outline.
  void mark_used(const Node& node) { used_[&node] = Use::whole; }

  /// Where a key was set; where the innermost table around it starts, if it was not.
  SourcePosition position(std::string_view key) const;
  const Node& root() const { return root_; }

  /// One error for each outermost key that was never asked for.
  void report_unknown(Diagnostics& diagnostics) const;
  /// "did you mean …": the declared key most like `key`, with its unit, and where to look.
  std::string suggestion(std::string_view key) const;

 private:
  enum class Use { outline, whole };
  struct Declared {
    std::string key;
    std::string unit;
  };
  /// Nodes from the root towards the key; complete if the last one is the key's.
  struct Trail {
    std::vector<const Node*> nodes;
    bool complete = false;
  };

  Trail follow(std::string_view key) const;
  const Node* mark(std::string_view key, Use use);
  void report_unknown_in(const Node& node, const std::string& key, Diagnostics& diagnostics) const;
  void report_unless_used(const Node& node, const std::string& key, const SourcePosition& position,
                          Diagnostics& diagnostics) const;
  std::vector<std::string> declared_sections() const;

  const Node& root_;
  std::unordered_map<const Node*, Use> used_;
  std::vector<Declared> declared_;
};

}  // namespace groundwork
