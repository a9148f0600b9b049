#include "sim/scenario/translations.hpp"

#include <algorithm>
#include <string_view>

namespace groundwork {

namespace {

/// How many layers are above the one that set the node: none above the command line, whose positions name no file.
std::ptrdiff_t depth(const Node& node, const std::vector<std::string>& files) {
  if (node.position.file.empty()) return -1;
  return std::ranges::find(files, node.position.file) - files.begin();
}

void drop_if_outdated(Node& root, const std::vector<std::string>& files, std::string_view key,
                      std::string_view chinese_key) {
  const Node* const text = root.find(key);
  const Node* const chinese = root.find(chinese_key);
  if (text == nullptr || chinese == nullptr || depth(*chinese, files) <= depth(*text, files)) return;
  std::erase_if(*root.table(), [&](const Member& member) { return member.key == chinese_key; });
}

}  // namespace

void drop_outdated_translations(Node& root, const std::vector<std::string>& files) {
  drop_if_outdated(root, files, "title", "title_zh");
  drop_if_outdated(root, files, "description", "description_zh");
}

}  // namespace groundwork
