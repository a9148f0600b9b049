#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace groundwork {

/// Names one sequence of random numbers, one a path: `stream` stands for an input's name, `index` is the position in
/// it, such as the quarter.
struct StreamKey {
  std::uint32_t stream = 0;
  std::uint32_t index = 0;
};

/// The stream of an input: a stable hash of its name, so that no other input has a say in its draws.
std::uint32_t stream_id(std::string_view name);

/// Positions of two different names with the same stream, the earliest second one; none if streams tell all names
/// apart. One name in several places is no collision.
std::optional<std::pair<std::size_t, std::size_t>> first_collision(const std::vector<std::string>& names);

}  // namespace groundwork
