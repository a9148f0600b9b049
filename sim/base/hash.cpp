#include "sim/base/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace groundwork {

std::uint32_t stable_hash32(std::string_view text) { return XXH32(text.data(), text.size(), 0); }

std::string digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace groundwork
