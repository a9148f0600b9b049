#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace groundwork {

/// A hash that is the same on every machine and in every version (XXH32, seed 0).
std::uint32_t stable_hash32(std::string_view text);

/// 32 hexadecimal digits that name these bytes (XXH3, 128 bits).
std::string digest(std::string_view bytes);

}  // namespace groundwork
