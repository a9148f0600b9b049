#include "sim/scenario/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

enum class Merged { in_part, replaced };

std::string extended(const std::string& key, const std::string& part) { return key.empty() ? part : key + "." + part; }

class Merge {
 public:
  explicit Merge(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Merged lay(Node& base, Node over, const std::string& key) {
    if (over.table() == nullptr || over.is_distribution()) return replace(base, std::move(over), key);
    if (over.is_quantity() && (base.is_distribution() || base.table() == nullptr))
      return replace(base, std::move(over), key);
    if (over.table()->empty() && !key.empty())
      diagnostics_.warning(over.position, fmt::format("'{}' is empty here and changes nothing", key),
                           "what an extended scenario sets can be changed, not removed");
    if (base.table() != nullptr) return lay_members(base, std::move(over), key);
    if (base.array() != nullptr) return lay_elements(base, std::move(over), key);
    return refuse_parts(base, over, key);
  }

 private:
  Merged replace(Node& base, Node over, const std::string& key) {
    const bool section = base.table() != nullptr && !base.is_quantity();
    if (section) {
      diagnostics_.error(over.position,
                         fmt::format("'{}' is a section of inputs, it cannot be {}", key, over.described()),
                         fmt::format("it starts at {}; set the inputs in it", base.position.text()));
      return Merged::in_part;
    }
    base = std::move(over);
    return Merged::replaced;
  }

  Merged lay_members(Node& base, Node over, const std::string& key) {
    for (Member& member : *over.table()) {
      auto& members = *base.table();
      const auto found = std::ranges::find(members, member.key, &Member::key);
      if (found == members.end()) {
        members.push_back(std::move(member));
      } else if (lay(found->node, std::move(member.node), extended(key, member.key)) == Merged::replaced) {
        found->position = std::move(member.position);
      }
    }
    return Merged::in_part;
  }

  Merged lay_elements(Node& base, Node over, const std::string& key) {
    for (Member& member : *over.table()) {
      const Node* found = element(*base.array(), member.key);
      if (found == nullptr) {
        report_no_element(*base.array(), member, key);
      } else {
        const auto index = static_cast<std::size_t>(found - base.array()->data());
        lay((*base.array())[index], std::move(member.node), extended(key, member.key));
      }
    }
    return Merged::in_part;
  }

  void report_no_element(const Node::Array& array, const Member& member, const std::string& key) {
    const std::vector<std::string> names = names_of(array);
    std::string hint = fmt::format("'{}' has {} elements, counted from 0", key, array.size());
    if (!names.empty()) hint = fmt::format("'{}' has: {}", key, joined(names, ", "));
    const std::string like = closest(member.key, names);
    if (!like.empty()) hint = fmt::format("did you mean '{}'? {}", like, hint);
    diagnostics_.error(member.position, fmt::format("'{}' has no element '{}'", key, member.key), hint);
  }

  Merged refuse_parts(const Node& base, const Node& over, const std::string& key) {
    const std::string part = over.table()->empty() ? "" : over.table()->front().key;
    diagnostics_.error(
        over.position,
        fmt::format("'{}' is {} (at {}), it has no '{}' to change", key, base.described(), base.position.text(), part),
        "to make it a distribution, set dist and all its parameters");
    return Merged::in_part;
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void merge(Node& base, Node over, Diagnostics& diagnostics) { Merge(diagnostics).lay(base, std::move(over), ""); }

}  // namespace groundwork
