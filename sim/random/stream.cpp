#include "sim/random/stream.hpp"

#include <unordered_map>

#include "sim/base/hash.hpp"

namespace groundwork {

std::uint32_t stream_id(std::string_view name) { return stable_hash32(name); }

std::optional<std::pair<std::size_t, std::size_t>> first_collision(const std::vector<std::string>& names) {
  std::unordered_map<std::uint32_t, std::size_t> first_with;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto [earlier, is_new] = first_with.try_emplace(stream_id(names[i]), i);
    if (!is_new && names[earlier->second] != names[i]) return std::pair(earlier->second, i);
  }
  return std::nullopt;
}

}  // namespace groundwork
